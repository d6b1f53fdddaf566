import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as assert existing extends extension false for from func if import in metadata module none null output param provider resource
    targetScope test true type using var void with`,
  ],
  [Token.KeywordType, 'array bool int object string'],
  [
    Token.NameFunction,
    `array base64 base64ToJson base64ToString bool cidrHost cidrSubnet concat contains dataUri dataUriToString
    dateTimeAdd dateTimeFromEpoch dateTimeToEpoch deployment empty endsWith environment extensionResourceId fail filter
    first flatten format getSecret groupBy guid indexOf int intersection items join json last lastIndexOf length
    listAccountSas listKeys listSecrets loadFileAsBase64 loadJsonContent loadTextContent loadYamlContent managementGroup
    managementGroupResourceId map max min newGuid objectKeys padLeft parseCidr pickZones range readEnvironmentVariable
    reduce reference replace resourceGroup resourceId shallowMerge skip sort split startsWith string subscription
    subscriptionResourceId substring take tenant tenantResourceId toLogicalZone toLower toObject toPhysicalZone toUpper
    trim union uniqueString uri uriComponent uriComponentToString utcNow`,
  ],
  [Token.KeywordType, 'array bool int string'],
);

/** Bicep. */
export const bicep = defineLexer({
  tag: 'bicep',
  states: () => ({
    root: [[/\{/, Token.PunctuationIndicator, 'object'], include('code')],
    code: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [between(/'''/, "'''"), Token.StringSingle],
      [/'/, Token.StringSingle, 'string'],
      [/@[A-Za-z]\w*/, Token.NameDecorator],
      [/\d+/, Token.Number],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
      [/==|!=|=~|!~|&&|\|\||\?\?|[-+*/%!<>]/, Token.Operator],
      [/[()[\].,:;=]/, Token.Punctuation],
    ],
    object: [
      [/\}/, Token.PunctuationIndicator, '#pop'],
      [/([A-Za-z_]\w*)(:)/, [Token.NameProperty, Token.Punctuation]],
      [/\{/, Token.PunctuationIndicator, '#push'],
      include('code'),
    ],
    string: [
      [/'/, Token.StringSingle, '#pop'],
      [/\$\{/, Token.StringInterpol, 'interpolation'],
      [/[^'$}]+|\$/, Token.StringSingle],
    ],
    interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('root')],
  }),
});
