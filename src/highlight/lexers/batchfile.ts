import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const PROGRAMS = `arp assoc at attrib bcdboot bcdedit bitsadmin break cacls cd certreq certutil change chcp chdir chkdsk
  chkntfs choice cipher cleanmgr clip cls cmd cmdkey color comp compact compress convert copy cscript csvde curl date
  debug defrag del diamond dir dirquota diskpart diskshadow dism dnscmd doskey dpath driverquery dsacls dsadd dsget
  dsmgmt dsmod dsmove dsquery dsrm echo edlin endlocal erase eventcreate expand extract fc fdisk find findstr fltmc
  forfiles format freedisk fsutil ftp ftype getmac gpresult gpupdate graftabl help hostname icacls ifmember inuse
  ipconfig kill label lodctr logman logoff logtime makecab md mem mkdir mklink mode more mountvol move msg msiexec
  msinfo32 mstsc nbtstat net net1 netdom netsh netstat nltest now nslookup ntbackup ntdsutil openfiles path pathping
  pause perms ping pnputil popd powercfg print prncnfg prnmngr prompt pushd qbasic qprocess query quser qwinsta rasdial
  rd recover reg regini regsvr32 ren rename replace reset restore rmdir robocopy route rpcping run runas rundll32 sc
  scandisk schtasks setlocal setspn setx sfc share shift shortcut shutdown sleep slmgr sort start strings subst
  systeminfo takeown taskkill tasklist telnet tftp time timeout title tlist touch tracerpt tracert tree tscon tsdiscon
  tskill type typeperf tzutil undelete unformat ver verifier verify vol vssadmin w32tm waitfor wbadmin wecutil wevtutil
  wget where whoami winrm winrs wmic wscript wuauclt wusa xcopy`;

/** Words count in lower case only; every other word is what `set` and `echo` are given. */
const WORDS = wordTable(
  [Token.NameBuiltin, PROGRAMS],
  [Token.Keyword, 'call do else exit for goto if in'],
  [Token.OperatorWord, 'cmdextversion defined equ errorlevel exist geq gtr leq lss neq not'],
  [Token.KeywordReserved, 'aux com1 com2 com3 com4 con lpt1 lpt2 lpt3 nul prn'],
  [Token.NameAttribute, 'disable enabledelayedexpansion enableextensions off on'],
);

const variables: readonly Rule<undefined>[] = [
  [/%{1,2}[A-Za-z_]+%{1,2}|![A-Za-z_]\w*!/, Token.NameVariable],
  [/%%?~[a-z]+\d|%%?~?[A-Za-z]+\d*/, Token.NameVariableMagic],
];

const quoted = (quote: string, token: Token): readonly Rule<undefined>[] => [
  [new RegExp(quote), token, '#pop'],
  [/\^./s, Token.StringEscape],
  ...variables,
  [new RegExp(`[^${quote}^%!]+`), token],
];

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/@?rem\b[^\n]*|^::[^\n]*/i, Token.Comment],
    ...variables,
    [/:[A-Za-z]+/, Token.NameLabel],
    [/"/, Token.StringDouble, 'string'],
    [/'/, Token.StringSingle, 'single'],
    [/`/, Token.StringBacktick, 'backtick'],
    [/\^./s, Token.StringEscape],
    [/(?:--?|[/+])[A-Za-z]+\s*/, Token.NameAttribute],
    [/0x[\da-fA-F]+/, Token.NumberHex],
    [/\d+/, Token.Number],
    [new RegExp(`(?:${PROGRAMS.split(/\s+/).join('|')})\\.[eE][xX][eE]`), Token.NameBuiltin],
    [/[A-Za-z]\w*/, byWord(WORDS, Token.KeywordDeclaration)],
    [/[=+*,;~?(){}[\]<>|&-]/, Token.Operator],
    [/\.exe\b/i, Token.Error],
    // Redirections are recognised only if no such text comes before them.
    [/[^\s!"%&'()*+,;<=>?[\]^`{|}~\dA-Za-z-][^\s!"%&'()*+,;=?[\]^`{|}~-]*/, Token.Text],
  ],
  string: quoted('"', Token.StringDouble),
  single: quoted("'", Token.StringSingle),
  backtick: quoted('`', Token.StringBacktick),
});

/** Batch files of Windows. */
export const batchfile = defineLexer({ tag: 'batchfile', states });
