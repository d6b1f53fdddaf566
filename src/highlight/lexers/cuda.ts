import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { C_BEGIN } from './c.ts';
import { cppStates } from './cpp.ts';

/** The vectors of each of these have one to four parts. */
const VECTORS = 'char uchar short ushort int uint long ulong longlong ulonglong float double'
  .split(' ')
  .flatMap((type) => [1, 2, 3, 4].map((parts) => `${type}${parts}`))
  .join(' ');

const WORDS = wordTable(
  [
    Token.Keyword,
    '__constant__ __device__ __forceinline__ __global__ __host__ __managed__ __noinline__ __restrict__ __shared__',
  ],
  [Token.KeywordType, `dim3 ${VECTORS}`],
);

/** CUDA: C++ with words of its own. */
export const cuda = defineLexer({ tag: 'cuda', begin: () => C_BEGIN, states: () => cppStates({ words: WORDS }) });
