import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { groovyStates } from './groovy.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    'allprojects artifacts buildscript configuration dependencies publishing repositories sourceSets subprojects',
  ],
  [
    Token.KeywordType,
    'Configuration Gradle PluginDependenciesSpec Project PublishingExtension Script Settings SourceSet SourceSetOutput Task',
  ],
);

/** Gradle's build scripts: Groovy with names of their own. */
export const gradle = defineLexer({ tag: 'gradle', states: () => groovyStates(WORDS) });
