/** What the beginning of a text must look like to be taken for a language, tried in order. */
const SIGNS: readonly (readonly [language: string, sign: RegExp])[] = [
  ['ruby', /^#!.*[ /]ruby\b|^#.*-\*-.*\bmode:\s*ruby\b/],
  ['shell', /^#!.*[ /](?:sh|bash|zsh|ksh)\b/],
  ['python', /^#!.*[ /]python[\d.]*\b/],
  ['javascript', /^#!.*[ /](?:node|ts-node)\b/],
  ['php', /^<\?php\b|^#!.*[ /]php\b/],
  ['hack', /^<\?hh\b/],
  ['perl', /^#!.*[ /]perl\b/],
  ['awk', /^#!.*[ /]awk\b/],
  ['tcl', /^#!.*[ /]tclsh\b/],
  ['lua', /^#!.*[ /]lua\b/],
  ['groovy', /^#!.*[ /]groovy\b/],
  ['elixir', /^#!.*[ /]elixir\b/],
  ['sed', /^#!.*[ /]sed\b/],
  ['r', /^#!.*[ /]Rscript\b/],
  ['crystal', /^#!.*[ /]crystal\b/],
  ['julia', /^#!.*[ /]julia\b/],
  ['haskell', /^#!.*[ /]runhaskell\b/],
  ['coffeescript', /^#!.*[ /]coffee\b/],
  ['livescript', /^#!.*[ /]lsc\b/],
  ['puppet', /^#!.*[ /]puppet\b/],
  ['racket', /^#lang racket\b/],
  ['postscript', /^%!PS/],
  ['tex', /^\\documentclass/],
  ['yaml', /^%YAML/],
  ['xml', /^<\?xml\b|^<!DOCTYPE (?!html\b)/i],
  ['html', /^<!DOCTYPE html\b/i],
  ['html', /^<html\b/],
  ['diff', /^(?:diff --git |Index: |--- .*\n\+\+\+ )/],
];

const EDITOR_LINE =
  /^.*\b(?:vim?|ex):.*\b(?:ft|filetype|syntax)=(\w+)|-\*-\s*(?:.*\bmode:\s*)?([\w-]+)\s*(?:;.*)?-\*-/m;

/**
 * The language that a text declares by `#!`, a document type, or a line for an editor; `plaintext` if it declares none.
 *
 * @example
 * guessLanguage('#!/bin/sh\nls') // 'shell'
 */
export function guessLanguage(code: string): string {
  const head = code.slice(0, 2000);
  const sign = SIGNS.find(([, pattern]) => pattern.test(head));
  if (sign !== undefined) return sign[0];
  const editor = EDITOR_LINE.exec(head);
  return (editor?.[1] ?? editor?.[2] ?? 'plaintext').toLowerCase();
}
