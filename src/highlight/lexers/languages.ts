import type { Lexer } from '../engine/lexer.ts';
import { abap } from './abap.ts';
import { actionscript } from './actionscript.ts';
import { ada } from './ada.ts';
import { apache } from './apache.ts';
import { apex } from './apex.ts';
import { apiblueprint } from './apiblueprint.ts';
import { applescript } from './applescript.ts';
import { armasm } from './armasm.ts';
import { augeas } from './augeas.ts';
import { awk } from './awk.ts';
import { batchfile } from './batchfile.ts';
import { bbcbasic } from './bbcbasic.ts';
import { bibtex } from './bibtex.ts';
import { bicep } from './bicep.ts';
import { biml } from './biml.ts';
import { bpf } from './bpf.ts';
import { brainfuck } from './brainfuck.ts';
import { brightscript } from './brightscript.ts';
import { bsl } from './bsl.ts';
import { c } from './c.ts';
import { ceylon } from './ceylon.ts';
import { cfscript } from './cfscript.ts';
import { ciscoIos } from './cisco-ios.ts';
import { clean } from './clean.ts';
import { clojure } from './clojure.ts';
import { cmake } from './cmake.ts';
import { cmhg } from './cmhg.ts';
import { cobol } from './cobol.ts';
import { codeowners } from './codeowners.ts';
import { coffeescript } from './coffeescript.ts';
import { commonLisp } from './common-lisp.ts';
import { conf } from './conf.ts';
import { consoleSession } from './console.ts';
import { coq } from './coq.ts';
import { cpp } from './cpp.ts';
import { crystal } from './crystal.ts';
import { csharp } from './csharp.ts';
import { css } from './css.ts';
import { csvs } from './csvs.ts';
import { cuda } from './cuda.ts';
import { cypher } from './cypher.ts';
import { cython } from './cython.ts';
import { d } from './d.ts';
import { dafny } from './dafny.ts';
import { dart } from './dart.ts';
import { datastudio } from './datastudio.ts';
import { diff } from './diff.ts';
import { digdag } from './digdag.ts';
import { docker } from './docker.ts';
import { dot } from './dot.ts';
import { ecl } from './ecl.ts';
import { eex } from './eex.ts';
import { eiffel } from './eiffel.ts';
import { elixir } from './elixir.ts';
import { elm } from './elm.ts';
import { email } from './email.ts';
import { epp } from './epp.ts';
import { erb } from './erb.ts';
import { erlang } from './erlang.ts';
import { escaped } from './escape.ts';
import { factor } from './factor.ts';
import { fluent } from './fluent.ts';
import { fortran } from './fortran.ts';
import { freefem } from './freefem.ts';
import { fsharp } from './fsharp.ts';
import { gdscript } from './gdscript.ts';
import { ghcCmm } from './ghc-cmm.ts';
import { ghcCore } from './ghc-core.ts';
import { gherkin } from './gherkin.ts';
import { gjs, gts } from './gjs.ts';
import { glsl } from './glsl.ts';
import { go } from './go.ts';
import { gradle } from './gradle.ts';
import { graphql } from './graphql.ts';
import { groovy } from './groovy.ts';
import { hack } from './hack.ts';
import { haml } from './haml.ts';
import { handlebars } from './handlebars.ts';
import { haskell } from './haskell.ts';
import { haxe } from './haxe.ts';
import { hcl, terraform } from './hcl.ts';
import { hlsl } from './hlsl.ts';
import { hocon } from './hocon.ts';
import { hql } from './hql.ts';
import { html } from './html.ts';
import { http } from './http.ts';
import { hylang } from './hylang.ts';
import { idlang } from './idlang.ts';
import { idris } from './idris.ts';
import { iecst } from './iecst.ts';
import { igorpro } from './igorpro.ts';
import { ini } from './ini.ts';
import { io } from './io.ts';
import { irb } from './irb.ts';
import { irbOutput } from './irb-output.ts';
import { isabelle } from './isabelle.ts';
import { isbl } from './isbl.ts';
import { j } from './j.ts';
import { janet } from './janet.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { jinja } from './jinja.ts';
import { jsl } from './jsl.ts';
import { json, jsonDoc } from './json.ts';
import { json5 } from './json5.ts';
import { jsonnet } from './jsonnet.ts';
import { jsp } from './jsp.ts';
import { jsx } from './jsx.ts';
import { julia } from './julia.ts';
import { kotlin } from './kotlin.ts';
import { lasso } from './lasso.ts';
import { lean } from './lean.ts';
import { liquid } from './liquid.ts';
import { literateCoffeescript } from './literate-coffeescript.ts';
import { literateHaskell } from './literate-haskell.ts';
import { livescript } from './livescript.ts';
import { llvm } from './llvm.ts';
import { lua } from './lua.ts';
import { lustre } from './lustre.ts';
import { lutin } from './lutin.ts';
import { m68k } from './m68k.ts';
import { magik } from './magik.ts';
import { make } from './make.ts';
import { markdown } from './markdown.ts';
import { mason } from './mason.ts';
import { mathematica } from './mathematica.ts';
import { matlab } from './matlab.ts';
import { meson } from './meson.ts';
import { minizinc } from './minizinc.ts';
import { mojo } from './mojo.ts';
import { moonscript } from './moonscript.ts';
import { mosel } from './mosel.ts';
import { msgtrans } from './msgtrans.ts';
import { mxml } from './mxml.ts';
import { nasm } from './nasm.ts';
import { nesasm } from './nesasm.ts';
import { nginx } from './nginx.ts';
import { nial } from './nial.ts';
import { nim } from './nim.ts';
import { nix } from './nix.ts';
import { objectiveC } from './objective-c.ts';
import { objectiveCpp } from './objective-cpp.ts';
import { ocaml } from './ocaml.ts';
import { ocl } from './ocl.ts';
import { openedge } from './openedge.ts';
import { opentypeFeatureFile } from './opentype-feature-file.ts';
import { p4 } from './p4.ts';
import { pascal } from './pascal.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { plaintext } from './plaintext.ts';
import { plist } from './plist.ts';
import { plsql } from './plsql.ts';
import { pony } from './pony.ts';
import { postscript } from './postscript.ts';
import { powershell } from './powershell.ts';
import { praat } from './praat.ts';
import { prolog } from './prolog.ts';
import { prometheus } from './prometheus.ts';
import { properties } from './properties.ts';
import { protobuf } from './protobuf.ts';
import { puppet } from './puppet.ts';
import { python } from './python.ts';
import { q } from './q.ts';
import { qml } from './qml.ts';
import { r } from './r.ts';
import { racket } from './racket.ts';
import { reasonml } from './reasonml.ts';
import { rego } from './rego.ts';
import { rescript } from './rescript.ts';
import { rml } from './rml.ts';
import { robotFramework } from './robot-framework.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { sas } from './sas.ts';
import { sass } from './sass.ts';
import { scala } from './scala.ts';
import { scheme } from './scheme.ts';
import { scss } from './scss.ts';
import { sed } from './sed.ts';
import { shell } from './shell.ts';
import { sieve } from './sieve.ts';
import { slice } from './slice.ts';
import { slim } from './slim.ts';
import { smalltalk } from './smalltalk.ts';
import { smarty } from './smarty.ts';
import { sml } from './sml.ts';
import { sparql } from './sparql.ts';
import { sqf } from './sqf.ts';
import { sql } from './sql.ts';
import { ssh } from './ssh.ts';
import { stan } from './stan.ts';
import { stata } from './stata.ts';
import { supercollider } from './supercollider.ts';
import { svelte } from './svelte.ts';
import { swift } from './swift.ts';
import { systemd } from './systemd.ts';
import { syzlang } from './syzlang.ts';
import { syzprog } from './syzprog.ts';
import { tap } from './tap.ts';
import { tcl } from './tcl.ts';
import { tex } from './tex.ts';
import { toml } from './toml.ts';
import { tsx } from './tsx.ts';
import { ttcn3 } from './ttcn3.ts';
import { tulip } from './tulip.ts';
import { turtle } from './turtle.ts';
import { twig } from './twig.ts';
import { typescript } from './typescript.ts';
import { vala } from './vala.ts';
import { vb } from './vb.ts';
import { vcl } from './vcl.ts';
import { velocity } from './velocity.ts';
import { verilog } from './verilog.ts';
import { vhdl } from './vhdl.ts';
import { viml } from './viml.ts';
import { vue } from './vue.ts';
import { wollok } from './wollok.ts';
import { xml } from './xml.ts';
import { xojo } from './xojo.ts';
import { xpath } from './xpath.ts';
import { xquery } from './xquery.ts';
import { yaml } from './yaml.ts';
import { yang } from './yang.ts';
import { zig } from './zig.ts';

/** A language with a lexer of our own. */
interface Language {
  /** Rouge's name. */
  readonly tag: string;
  readonly lexer: () => Lexer;
  readonly aliases: readonly string[];
}

/**
 * Every lexer of our own and its other names. In the compiled program each import of this file is loaded when a lexer is first
 * asked for (`scripts/compile/on-demand.mjs`): reading the patterns of all of them would take longer than building a small site.
 */
export const LANGUAGES: readonly Language[] = [
  { tag: 'c', lexer: () => c, aliases: [] },
  { tag: 'cpp', lexer: () => cpp, aliases: ['c++'] },
  { tag: 'go', lexer: () => go, aliases: ['golang'] },
  { tag: 'java', lexer: () => java, aliases: [] },
  { tag: 'json', lexer: () => json, aliases: [] },
  { tag: 'json-doc', lexer: () => jsonDoc, aliases: ['jsonc'] },
  { tag: 'objective_c', lexer: () => objectiveC, aliases: ['objc', 'obj-c', 'obj_c', 'objectivec', 'objective-c'] },
  { tag: 'csharp', lexer: () => csharp, aliases: ['c#', 'cs'] },
  { tag: 'php', lexer: () => php, aliases: ['php3', 'php4', 'php5'] },
  { tag: 'swift', lexer: () => swift, aliases: [] },
  { tag: 'kotlin', lexer: () => kotlin, aliases: [] },
  { tag: 'scala', lexer: () => scala, aliases: [] },
  { tag: 'elixir', lexer: () => elixir, aliases: ['exs'] },
  { tag: 'docker', lexer: () => docker, aliases: ['dockerfile', 'Dockerfile', 'containerfile', 'Containerfile'] },
  { tag: 'make', lexer: () => make, aliases: ['makefile', 'mf', 'gnumake', 'bsdmake'] },
  { tag: 'nginx', lexer: () => nginx, aliases: [] },
  { tag: 'powershell', lexer: () => powershell, aliases: ['posh', 'microsoftshell', 'msshell'] },
  { tag: 'groovy', lexer: () => groovy, aliases: ['nextflow', 'nf'] },
  { tag: 'plaintext', lexer: () => plaintext, aliases: ['text'] },
  { tag: 'python', lexer: () => python, aliases: ['py'] },
  {
    tag: 'rust',
    lexer: () => rust,
    aliases: ['rs', 'rust,no_run', 'rs,no_run', 'rust,ignore', 'rs,ignore', 'rust,should_panic', 'rs,should_panic'],
  },
  { tag: 'shell', lexer: () => shell, aliases: ['bash', 'zsh', 'ksh', 'sh'] },
  { tag: 'yaml', lexer: () => yaml, aliases: ['yml'] },
  { tag: 'css', lexer: () => css, aliases: [] },
  { tag: 'html', lexer: () => html, aliases: [] },
  { tag: 'xml', lexer: () => xml, aliases: [] },
  { tag: 'javascript', lexer: () => javascript, aliases: ['js'] },
  { tag: 'typescript', lexer: () => typescript, aliases: ['ts'] },
  { tag: 'jsx', lexer: () => jsx, aliases: ['react'] },
  { tag: 'tsx', lexer: () => tsx, aliases: [] },
  { tag: 'diff', lexer: () => diff, aliases: ['patch', 'udiff'] },
  { tag: 'ini', lexer: () => ini, aliases: [] },
  { tag: 'sql', lexer: () => sql, aliases: [] },
  { tag: 'toml', lexer: () => toml, aliases: [] },
  { tag: 'ruby', lexer: () => ruby, aliases: ['rb'] },
  { tag: 'liquid', lexer: () => liquid, aliases: [] },
  { tag: 'markdown', lexer: () => markdown, aliases: ['md', 'mkd'] },
  { tag: 'scss', lexer: () => scss, aliases: [] },
  { tag: 'sass', lexer: () => sass, aliases: [] },
  { tag: 'erb', lexer: () => erb, aliases: ['eruby', 'rhtml'] },
  { tag: 'irb', lexer: () => irb, aliases: ['pry'] },
  { tag: 'console', lexer: () => consoleSession, aliases: ['terminal', 'shell_session', 'shell-session'] },
  { tag: 'apache', lexer: () => apache, aliases: [] },
  { tag: 'http', lexer: () => http, aliases: [] },
  { tag: 'gradle', lexer: () => gradle, aliases: [] },
  { tag: 'crystal', lexer: () => crystal, aliases: ['cr'] },
  { tag: 'properties', lexer: () => properties, aliases: [] },
  { tag: 'protobuf', lexer: () => protobuf, aliases: ['proto'] },
  { tag: 'llvm', lexer: () => llvm, aliases: [] },
  { tag: 'lua', lexer: () => lua, aliases: [] },
  { tag: 'erlang', lexer: () => erlang, aliases: ['erl'] },
  { tag: 'graphql', lexer: () => graphql, aliases: [] },
  { tag: 'coffeescript', lexer: () => coffeescript, aliases: ['coffee', 'coffee-script'] },
  { tag: 'dart', lexer: () => dart, aliases: [] },
  { tag: 'cmake', lexer: () => cmake, aliases: [] },
  { tag: 'batchfile', lexer: () => batchfile, aliases: ['bat', 'batch', 'dosbatch', 'winbatch'] },
  { tag: 'conf', lexer: () => conf, aliases: ['config', 'configuration'] },
  { tag: 'ssh', lexer: () => ssh, aliases: [] },
  { tag: 'haskell', lexer: () => haskell, aliases: ['hs'] },
  { tag: 'vue', lexer: () => vue, aliases: ['vuejs'] },
  { tag: 'common_lisp', lexer: () => commonLisp, aliases: ['cl', 'common-lisp', 'elisp', 'emacs-lisp', 'lisp'] },
  { tag: 'nasm', lexer: () => nasm, aliases: [] },
  { tag: 'glsl', lexer: () => glsl, aliases: [] },
  { tag: 'puppet', lexer: () => puppet, aliases: ['pp'] },
  { tag: 'matlab', lexer: () => matlab, aliases: ['m'] },
  { tag: 'scheme', lexer: () => scheme, aliases: [] },
  { tag: 'racket', lexer: () => racket, aliases: [] },
  { tag: 'clojure', lexer: () => clojure, aliases: ['clj', 'cljs'] },
  { tag: 'hack', lexer: () => hack, aliases: ['hh'] },
  { tag: 'perl', lexer: () => perl, aliases: ['pl'] },
  { tag: 'r', lexer: () => r, aliases: ['R', 's', 'S'] },
  { tag: 'jinja', lexer: () => jinja, aliases: ['django'] },
  { tag: 'twig', lexer: () => twig, aliases: [] },
  { tag: 'handlebars', lexer: () => handlebars, aliases: ['hbs', 'mustache'] },
  { tag: 'nim', lexer: () => nim, aliases: ['nimrod'] },
  { tag: 'viml', lexer: () => viml, aliases: ['vim', 'vimscript', 'ex'] },
  { tag: 'haml', lexer: () => haml, aliases: ['HAML'] },
  { tag: 'slim', lexer: () => slim, aliases: [] },
  { tag: 'escape', lexer: () => escaped, aliases: ['esc'] },
  { tag: 'svelte', lexer: () => svelte, aliases: [] },
  { tag: 'nix', lexer: () => nix, aliases: ['nixos'] },
  { tag: 'vb', lexer: () => vb, aliases: ['visualbasic'] },
  { tag: 'pascal', lexer: () => pascal, aliases: [] },
  { tag: 'fluent', lexer: () => fluent, aliases: ['ftl'] },
  { tag: 'jsp', lexer: () => jsp, aliases: [] },
  { tag: 'bibtex', lexer: () => bibtex, aliases: ['bib'] },
  { tag: 'tex', lexer: () => tex, aliases: ['TeX', 'LaTeX', 'latex'] },
  { tag: 'hcl', lexer: () => hcl, aliases: [] },
  { tag: 'terraform', lexer: () => terraform, aliases: ['tf'] },
  { tag: 'coq', lexer: () => coq, aliases: [] },
  { tag: 'ocaml', lexer: () => ocaml, aliases: [] },
  { tag: 'julia', lexer: () => julia, aliases: ['jl'] },
  { tag: 'cmhg', lexer: () => cmhg, aliases: [] },
  { tag: 'brainfuck', lexer: () => brainfuck, aliases: ['bf'] },
  { tag: 'cypher', lexer: () => cypher, aliases: ['cypher'] },
  { tag: 'zig', lexer: () => zig, aliases: ['zir'] },
  { tag: 'd', lexer: () => d, aliases: ['dlang'] },
  { tag: 'gdscript', lexer: () => gdscript, aliases: ['gd', 'gdscript'] },
  { tag: 'smalltalk', lexer: () => smalltalk, aliases: ['st', 'squeak'] },
  { tag: 'verilog', lexer: () => verilog, aliases: [] },
  { tag: 'awk', lexer: () => awk, aliases: [] },
  { tag: 'elm', lexer: () => elm, aliases: [] },
  { tag: 'postscript', lexer: () => postscript, aliases: ['postscr', 'postscript', 'ps', 'eps'] },
  { tag: 'fsharp', lexer: () => fsharp, aliases: [] },
  { tag: 'sparql', lexer: () => sparql, aliases: [] },
  { tag: 'turtle', lexer: () => turtle, aliases: [] },
  { tag: 'bicep', lexer: () => bicep, aliases: [] },
  { tag: 'dot', lexer: () => dot, aliases: ['graphviz'] },
  { tag: 'prolog', lexer: () => prolog, aliases: ['prolog'] },
  { tag: 'hocon', lexer: () => hocon, aliases: [] },
  { tag: 'gherkin', lexer: () => gherkin, aliases: ['cucumber', 'behat'] },
  { tag: 'applescript', lexer: () => applescript, aliases: ['applescript'] },
  { tag: 'fortran', lexer: () => fortran, aliases: [] },
  { tag: 'tcl', lexer: () => tcl, aliases: [] },
  { tag: 'cuda', lexer: () => cuda, aliases: [] },
  { tag: 'mojo', lexer: () => mojo, aliases: [] },
  { tag: 'eex', lexer: () => eex, aliases: ['leex', 'heex'] },
  { tag: 'gjs', lexer: () => gjs, aliases: [] },
  { tag: 'gts', lexer: () => gts, aliases: [] },
  { tag: 'lean', lexer: () => lean, aliases: [] },
  { tag: 'systemd', lexer: () => systemd, aliases: ['unit-file'] },
  { tag: 'json5', lexer: () => json5, aliases: [] },
  { tag: 'jsonnet', lexer: () => jsonnet, aliases: [] },
  { tag: 'vhdl', lexer: () => vhdl, aliases: [] },
  { tag: 'cython', lexer: () => cython, aliases: ['pyx', 'pyrex'] },
  { tag: 'hlsl', lexer: () => hlsl, aliases: [] },
  { tag: 'vala', lexer: () => vala, aliases: [] },
  {
    tag: 'objective_cpp',
    lexer: () => objectiveCpp,
    aliases: ['objcpp', 'obj-cpp', 'obj_cpp', 'objectivecpp', 'objc++', 'obj-c++', 'obj_c++', 'objectivec++'],
  },
  { tag: 'plsql', lexer: () => plsql, aliases: [] },
  { tag: 'mathematica', lexer: () => mathematica, aliases: ['wl', 'wolfram'] },
  { tag: 'plist', lexer: () => plist, aliases: [] },
  { tag: 'codeowners', lexer: () => codeowners, aliases: [] },
  { tag: 'email', lexer: () => email, aliases: ['eml', 'e-mail'] },
  { tag: 'ada', lexer: () => ada, aliases: [] },
  { tag: 'apex', lexer: () => apex, aliases: [] },
  { tag: 'actionscript', lexer: () => actionscript, aliases: ['as', 'as3'] },
  { tag: 'reasonml', lexer: () => reasonml, aliases: [] },
  { tag: 'rescript', lexer: () => rescript, aliases: [] },
  { tag: 'sml', lexer: () => sml, aliases: ['ml'] },
  { tag: 'stan', lexer: () => stan, aliases: [] },
  { tag: 'epp', lexer: () => epp, aliases: [] },
  { tag: 'literate_haskell', lexer: () => literateHaskell, aliases: ['lithaskell', 'lhaskell', 'lhs'] },
  { tag: 'hql', lexer: () => hql, aliases: [] },
  { tag: 'xpath', lexer: () => xpath, aliases: [] },
  { tag: 'xquery', lexer: () => xquery, aliases: [] },
  { tag: 'stata', lexer: () => stata, aliases: [] },
  { tag: 'rego', lexer: () => rego, aliases: [] },
  { tag: 'prometheus', lexer: () => prometheus, aliases: [] },
  { tag: 'meson', lexer: () => meson, aliases: [] },
  { tag: 'abap', lexer: () => abap, aliases: [] },
  { tag: 'vcl', lexer: () => vcl, aliases: ['varnishconf', 'varnish'] },
  { tag: 'yang', lexer: () => yang, aliases: [] },
  { tag: 'hylang', lexer: () => hylang, aliases: ['hy'] },
  { tag: 'velocity', lexer: () => velocity, aliases: [] },
  { tag: 'smarty', lexer: () => smarty, aliases: [] },
  { tag: 'moonscript', lexer: () => moonscript, aliases: ['moon'] },
  { tag: 'cobol', lexer: () => cobol, aliases: [] },
  { tag: 'literate_coffeescript', lexer: () => literateCoffeescript, aliases: ['litcoffee'] },
  { tag: 'slice', lexer: () => slice, aliases: [] },
  { tag: 'pony', lexer: () => pony, aliases: [] },
  { tag: 'p4', lexer: () => p4, aliases: [] },
  { tag: 'minizinc', lexer: () => minizinc, aliases: [] },
  { tag: 'sieve', lexer: () => sieve, aliases: [] },
  { tag: 'tap', lexer: () => tap, aliases: ['tap'] },
  { tag: 'io', lexer: () => io, aliases: [] },
  { tag: 'brightscript', lexer: () => brightscript, aliases: ['bs', 'brs'] },
  { tag: 'cfscript', lexer: () => cfscript, aliases: ['cfc'] },
  { tag: 'qml', lexer: () => qml, aliases: ['qml'] },
  { tag: 'haxe', lexer: () => haxe, aliases: ['hx', 'haxe'] },
  { tag: 'sas', lexer: () => sas, aliases: [] },
  { tag: 'idris', lexer: () => idris, aliases: ['idr'] },
  { tag: 'sqf', lexer: () => sqf, aliases: [] },
  { tag: 'dafny', lexer: () => dafny, aliases: [] },
  { tag: 'janet', lexer: () => janet, aliases: ['jdn'] },
  { tag: 'bsl', lexer: () => bsl, aliases: [] },
  { tag: 'eiffel', lexer: () => eiffel, aliases: [] },
  { tag: 'wollok', lexer: () => wollok, aliases: [] },
  { tag: 'magik', lexer: () => magik, aliases: [] },
  { tag: 'supercollider', lexer: () => supercollider, aliases: [] },
  { tag: 'robot_framework', lexer: () => robotFramework, aliases: ['robot', 'robot-framework'] },
  { tag: 'digdag', lexer: () => digdag, aliases: [] },
  { tag: 'biml', lexer: () => biml, aliases: [] },
  { tag: 'mxml', lexer: () => mxml, aliases: [] },
  { tag: 'apiblueprint', lexer: () => apiblueprint, aliases: ['apiblueprint', 'apib'] },
  { tag: 'sed', lexer: () => sed, aliases: [] },
  { tag: 'q', lexer: () => q, aliases: ['kdb+'] },
  { tag: 'cisco_ios', lexer: () => ciscoIos, aliases: [] },
  { tag: 'lasso', lexer: () => lasso, aliases: ['lassoscript'] },
  { tag: 'praat', lexer: () => praat, aliases: [] },
  { tag: 'isabelle', lexer: () => isabelle, aliases: ['isa', 'Isabelle'] },
  { tag: 'opentype_feature_file', lexer: () => opentypeFeatureFile, aliases: ['fea', 'opentype', 'opentypefeature'] },
  { tag: 'iecst', lexer: () => iecst, aliases: [] },
  { tag: 'armasm', lexer: () => armasm, aliases: [] },
  { tag: 'livescript', lexer: () => livescript, aliases: ['ls'] },
  { tag: 'xojo', lexer: () => xojo, aliases: ['realbasic'] },
  { tag: 'j', lexer: () => j, aliases: [] },
  { tag: 'factor', lexer: () => factor, aliases: [] },
  { tag: 'bbcbasic', lexer: () => bbcbasic, aliases: [] },
  { tag: 'openedge', lexer: () => openedge, aliases: ['abl'] },
  { tag: 'mosel', lexer: () => mosel, aliases: [] },
  { tag: 'jsl', lexer: () => jsl, aliases: [] },
  { tag: 'isbl', lexer: () => isbl, aliases: [] },
  { tag: 'lustre', lexer: () => lustre, aliases: [] },
  { tag: 'lutin', lexer: () => lutin, aliases: [] },
  { tag: 'nial', lexer: () => nial, aliases: [] },
  { tag: 'msgtrans', lexer: () => msgtrans, aliases: [] },
  { tag: 'ocl', lexer: () => ocl, aliases: ['OCL'] },
  { tag: 'tulip', lexer: () => tulip, aliases: ['tulip'] },
  { tag: 'augeas', lexer: () => augeas, aliases: ['aug'] },
  { tag: 'bpf', lexer: () => bpf, aliases: [] },
  { tag: 'clean', lexer: () => clean, aliases: [] },
  { tag: 'datastudio', lexer: () => datastudio, aliases: [] },
  { tag: 'ghc-cmm', lexer: () => ghcCmm, aliases: ['cmm'] },
  { tag: 'ghc-core', lexer: () => ghcCore, aliases: [] },
  { tag: 'igorpro', lexer: () => igorpro, aliases: [] },
  { tag: 'mason', lexer: () => mason, aliases: [] },
  { tag: 'freefem', lexer: () => freefem, aliases: ['ff'] },
  { tag: 'syzlang', lexer: () => syzlang, aliases: [] },
  { tag: 'ttcn3', lexer: () => ttcn3, aliases: [] },
  { tag: 'syzprog', lexer: () => syzprog, aliases: [] },
  { tag: 'rml', lexer: () => rml, aliases: [] },
  { tag: 'm68k', lexer: () => m68k, aliases: [] },
  { tag: 'nesasm', lexer: () => nesasm, aliases: ['nes'] },
  { tag: 'csvs', lexer: () => csvs, aliases: [] },
  { tag: 'irb_output', lexer: () => irbOutput, aliases: [] },
  { tag: 'ecl', lexer: () => ecl, aliases: [] },
  { tag: 'idlang', lexer: () => idlang, aliases: [] },
  { tag: 'ceylon', lexer: () => ceylon, aliases: [] },
];
