import type { Lexing } from '../engine/lexing.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';

/** In lower case: case does not count. */
const WORDS: WordTable = wordTable(
  [
    Token.KeywordReserved,
    `box class const createobject dim each else elseif end endfunction endif endsub endwhile eval exit exitwhile false
    for function getglobalaa getlastruncompileerror getlastrunruntimeerror goto if import in invalid let library
    line_num m namespace next objfun pos print private protected public run step stop sub tab to true type while return`,
  ],
  [Token.OperatorWord, 'and as mod not or then'],
  [Token.KeywordType, 'boolean double dynamic float integer interface longinteger object string void'],
  [
    Token.NameBuiltin,
    `abs asc atn cdbl chr cint control copyfile cos createdirectory csng deletedirectory deletefile exp
    findmemberfunction fix getinterface instr int lcase left len listdir log matchfiles mid movefile parsejson parsexml
    readasciifile rebootsystem right rnd rungarbagecollector sgn sin sleep sqr str stri stringi strtoi substitute text
    uptime visible wait`,
  ],
);

/** The components of Roku's devices; unlike words they count in this case only. */
const COMPONENTS = new Set(
  `roAppInfo roAppManager roArray roAssociativeArray roAudioGuide roAudioMetadata roAudioPlayer roAudioPlayerEvent
    roBoolean roBrSub roByteArray roCaptionRenderer roCaptionRendererEvent roChannelStore roChannelStoreEvent
    roCodeRegistrationScreen roDataGramSocket roDateTime roDeviceInfo roDeviceInfoEvent roEVPDigest roFileSystem
    roFileSystemEvent roFloat roFont roFontMetrics roFontRegistry roFunction roGlobal roGridScreen roGridScreenEvent
    roHMAC roHdmiStatusEvent roHttpAgent roImageCanvas roImageCanvasEvent roImageMetadata roInputEvent roInt roInvalid
    roKeyboardScreen roListScreen roListScreenEvent roLocalization roLongInteger roMessageDialog roMessageDialogEvent
    roMessagePort roMicrophone roMicrophoneEvent roOneLineDialog roParagraphScreenEvent roPath roPinEntryDialog
    roPinEntryDialogEvent roPosterScreen roRegistry roRegistrySection roRSA roRssArticle roRssParser roScreen
    roSearchHistory roSearchScreen roSearchScreenEvent roSGNode roSGNodeEvent roSocketAddress roSocketEvent
    roSpringboardScreen roStreamSocket roSystemTime roTextScreenEvent roTextToSpeech roTextToSpeechEvent
    roTextureManager roTextureRequest roTimer roTimespan roUniversalControlEvent roUrlEvent roUrlTransfer
    roVideoPlayer roVideoPlayerEvent roVideoScreen roXMLElement roXMLList`.split(/\s+/),
);

function word(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  lexing.token(COMPONENTS.has(text) ? Token.KeywordReserved : (WORDS.get(text.toLowerCase()) ?? Token.Name), text);
}

/** Roku's BrightScript. */
export const brightscript = defineLexer({
  tag: 'brightscript',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/'[^\n]*|rem[^\n]*/i, Token.CommentSingle],
      [/"[^"\n]*"/, Token.StringDouble],
      [/\d*\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/\d+[lL]?/, Token.NumberInteger],
      [/[A-Za-z_$]\w*(?=\s*\()/, Token.NameFunction],
      [/[A-Za-z_$]\w*/, word],
      [/[!%&*+\-/:<=>?^|~]/, Token.Operator],
      [/[(),.;[\]{}]/, Token.Punctuation],
    ],
  }),
});
