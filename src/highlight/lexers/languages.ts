import type { Lexer } from '../engine/lexer.ts';
import { apache } from './apache.ts';
import { batchfile } from './batchfile.ts';
import { c } from './c.ts';
import { clojure } from './clojure.ts';
import { cmake } from './cmake.ts';
import { coffeescript } from './coffeescript.ts';
import { commonLisp } from './common-lisp.ts';
import { conf } from './conf.ts';
import { consoleSession } from './console.ts';
import { cpp } from './cpp.ts';
import { crystal } from './crystal.ts';
import { csharp } from './csharp.ts';
import { css } from './css.ts';
import { dart } from './dart.ts';
import { diff } from './diff.ts';
import { docker } from './docker.ts';
import { elixir } from './elixir.ts';
import { erb } from './erb.ts';
import { erlang } from './erlang.ts';
import { glsl } from './glsl.ts';
import { go } from './go.ts';
import { gradle } from './gradle.ts';
import { graphql } from './graphql.ts';
import { groovy } from './groovy.ts';
import { hack } from './hack.ts';
import { handlebars } from './handlebars.ts';
import { haskell } from './haskell.ts';
import { html } from './html.ts';
import { http } from './http.ts';
import { ini } from './ini.ts';
import { irb } from './irb.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { jinja } from './jinja.ts';
import { json, jsonDoc } from './json.ts';
import { jsx } from './jsx.ts';
import { julia } from './julia.ts';
import { kotlin } from './kotlin.ts';
import { liquid } from './liquid.ts';
import { llvm } from './llvm.ts';
import { lua } from './lua.ts';
import { make } from './make.ts';
import { markdown } from './markdown.ts';
import { matlab } from './matlab.ts';
import { nasm } from './nasm.ts';
import { nginx } from './nginx.ts';
import { objectiveC } from './objective-c.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { plaintext } from './plaintext.ts';
import { powershell } from './powershell.ts';
import { properties } from './properties.ts';
import { protobuf } from './protobuf.ts';
import { puppet } from './puppet.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { racket } from './racket.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { sass } from './sass.ts';
import { scala } from './scala.ts';
import { scheme } from './scheme.ts';
import { scss } from './scss.ts';
import { shell } from './shell.ts';
import { sql } from './sql.ts';
import { ssh } from './ssh.ts';
import { swift } from './swift.ts';
import { toml } from './toml.ts';
import { tsx } from './tsx.ts';
import { twig } from './twig.ts';
import { typescript } from './typescript.ts';
import { vue } from './vue.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

/** A language with a lexer of our own: the reference's name for it is the lexer's `tag`. */
export interface Language {
  readonly lexer: Lexer;
  readonly aliases: readonly string[];
}

/** Every lexer of our own and its other names. A lexer's tables are built when it is first used. */
export const LANGUAGES: readonly Language[] = [
  { lexer: c, aliases: [] },
  { lexer: cpp, aliases: ['c++'] },
  { lexer: go, aliases: ['golang'] },
  { lexer: java, aliases: [] },
  { lexer: json, aliases: [] },
  { lexer: jsonDoc, aliases: ['jsonc'] },
  { lexer: objectiveC, aliases: ['objc', 'obj-c', 'obj_c', 'objectivec', 'objective-c'] },
  { lexer: csharp, aliases: ['c#', 'cs'] },
  { lexer: php, aliases: ['php3', 'php4', 'php5'] },
  { lexer: swift, aliases: [] },
  { lexer: kotlin, aliases: [] },
  { lexer: scala, aliases: [] },
  { lexer: elixir, aliases: ['exs'] },
  { lexer: docker, aliases: ['dockerfile', 'Dockerfile', 'containerfile', 'Containerfile'] },
  { lexer: make, aliases: ['makefile', 'mf', 'gnumake', 'bsdmake'] },
  { lexer: nginx, aliases: [] },
  { lexer: powershell, aliases: ['posh', 'microsoftshell', 'msshell'] },
  { lexer: groovy, aliases: ['nextflow', 'nf'] },
  { lexer: plaintext, aliases: ['text'] },
  { lexer: python, aliases: ['py'] },
  {
    lexer: rust,
    aliases: ['rs', 'rust,no_run', 'rs,no_run', 'rust,ignore', 'rs,ignore', 'rust,should_panic', 'rs,should_panic'],
  },
  { lexer: shell, aliases: ['bash', 'zsh', 'ksh', 'sh'] },
  { lexer: yaml, aliases: ['yml'] },
  { lexer: css, aliases: [] },
  { lexer: html, aliases: [] },
  { lexer: xml, aliases: [] },
  { lexer: javascript, aliases: ['js'] },
  { lexer: typescript, aliases: ['ts'] },
  { lexer: jsx, aliases: ['react'] },
  { lexer: tsx, aliases: [] },
  { lexer: diff, aliases: ['patch', 'udiff'] },
  { lexer: ini, aliases: [] },
  { lexer: sql, aliases: [] },
  { lexer: toml, aliases: [] },
  { lexer: ruby, aliases: ['rb'] },
  { lexer: liquid, aliases: [] },
  { lexer: markdown, aliases: ['md', 'mkd'] },
  { lexer: scss, aliases: [] },
  { lexer: sass, aliases: [] },
  { lexer: erb, aliases: ['eruby', 'rhtml'] },
  { lexer: irb, aliases: ['pry'] },
  { lexer: consoleSession, aliases: ['terminal', 'shell_session', 'shell-session'] },
  { lexer: apache, aliases: [] },
  { lexer: http, aliases: [] },
  { lexer: gradle, aliases: [] },
  { lexer: crystal, aliases: ['cr'] },
  { lexer: properties, aliases: [] },
  { lexer: protobuf, aliases: ['proto'] },
  { lexer: llvm, aliases: [] },
  { lexer: lua, aliases: [] },
  { lexer: erlang, aliases: ['erl'] },
  { lexer: graphql, aliases: [] },
  { lexer: coffeescript, aliases: ['coffee', 'coffee-script'] },
  { lexer: dart, aliases: [] },
  { lexer: cmake, aliases: [] },
  { lexer: batchfile, aliases: ['bat', 'batch', 'dosbatch', 'winbatch'] },
  { lexer: conf, aliases: ['config', 'configuration'] },
  { lexer: ssh, aliases: [] },
  { lexer: haskell, aliases: ['hs'] },
  { lexer: vue, aliases: ['vuejs'] },
  { lexer: commonLisp, aliases: ['cl', 'common-lisp', 'elisp', 'emacs-lisp', 'lisp'] },
  { lexer: nasm, aliases: [] },
  { lexer: glsl, aliases: [] },
  { lexer: puppet, aliases: ['pp'] },
  { lexer: matlab, aliases: ['m'] },
  { lexer: scheme, aliases: [] },
  { lexer: racket, aliases: [] },
  { lexer: clojure, aliases: ['clj', 'cljs'] },
  { lexer: hack, aliases: ['hh'] },
  { lexer: perl, aliases: ['pl'] },
  { lexer: r, aliases: ['R', 's', 'S'] },
  { lexer: jinja, aliases: ['django'] },
  { lexer: twig, aliases: [] },
  { lexer: handlebars, aliases: ['hbs', 'mustache'] },
  { lexer: julia, aliases: ['jl'] },
];
