import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { rubyBegin, rubyData, rubyStates, WORD, wordPattern } from './ruby-states.ts';

const KEYWORDS =
  'BEGIN END alias begin break case defined? do elsif else end ensure for if in next raise redo rescue retry return super then ' +
  'undef unless until when while yield';

const PSEUDO =
  '__FILE__ __LINE__ alias_method attr catch extend false include loop module_function nil private protected ' +
  'public throw true';

/** Methods every object has. */
const BUILTINS =
  '__id__ __send__ abort ancestors at_exit attr_accessor attr_reader attr_writer autoload? autoload binding ' +
  'block_given? callcc caller chomp! chomp chop! chop class_eval class_variables clone const_defined? const_get ' +
  'const_missing const_set constants display dup eql? equal? eval exec exit! exit fail fork format freeze ' +
  'frozen? getc gets global_variables gsub! gsub hash id included_modules inspect instance_eval instance_methods instance_method ' +
  'instance_of? instance_variable_get instance_variable_set instance_variables is_a? iterator? ' +
  'kind_of? lambda load local_variables method_defined? method_missing methods method module_eval name ' +
  'object_id open printf print private_class_method private_instance_methods private_method_defined? ' +
  'private_methods proc protected_instance_methods protected_methods public_class_method ' +
  'public_instance_methods public_method_defined? public_methods putc puts p rand readlines readline require_relative ' +
  'require respond_to? scan select self send set_trace_func singleton_methods sleep split sprintf ' +
  'srand sub! sub syscall system taint tainted? test to_a to_s trace_var trap untaint untrace_var warn';

/** Ruby. */
export const ruby = defineLexer({
  tag: 'ruby',
  states: () =>
    rubyStates({
      // A keyword may be followed by a letter beyond ASCII at once.
      keywords: new RegExp(`(?:${KEYWORDS.replaceAll('?', '\\?').replaceAll(' ', '|')})(?!\\w)`),
      pseudo: PSEUDO,
      builtins: BUILTINS,
      definitions: wordPattern('def'),
      className: unicode`[\p{Lu}_]${WORD}*(?:::${WORD}+)*|[a-z]${WORD}*(?:::${WORD}+)+`,
      delimiter: String.raw`[^\w\s]`,
      // A backslash at the end of a line escapes nothing.
      escape: [/\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|.)/, Token.StringEscape],
      rules: [[wordPattern('not and or'), Token.OperatorWord, 'expression']],
    }),
  data: rubyData,
  begin: rubyBegin,
});
