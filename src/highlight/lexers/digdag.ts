import type { Lexer } from '../engine/lexer.ts';
import { Token } from '../engine/token.ts';
import { yaml } from './yaml.ts';

/** The keys that are operators or directives. */
const OPERATORS: ReadonlySet<string> = new Set(
  `_do _parallel bq> bq_ddl> bq_extract> bq_load> call> echo> embulk> emr> fail> for_each> gcs_wait> http> if> loop> mail>
  pg> py> rb> redshift> redshift_load> redshift_unload> require> s3_wait> sh> td> td_ddl> td_for_each> td_load>
  td_partial_delete> td_run> td_table_export> td_wait> td_wait_table>`.split(/\s+/),
);

/** Workflows of Digdag: YAML with operators. */
export const digdag: Lexer = {
  tag: 'digdag',
  start: (surroundings) => {
    const run = yaml.start(surroundings);
    return {
      feed: (text, emit) =>
        run.feed(text, (token, piece) =>
          emit(token === Token.NameAttribute && OPERATORS.has(piece) ? Token.KeywordReserved : token, piece),
        ),
    };
  },
};
