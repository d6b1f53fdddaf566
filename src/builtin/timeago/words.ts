/** Texts of one language by key; a plural is a hash of forms. */
export type Words = ReadonlyMap<string, unknown>;

const KEYS = 'today yesterday tomorrow past future last_word_connector words_connector years months weeks days'.split(
  ' ',
);
const FIRST_UNIT = KEYS.indexOf('years');

/** Each language: its words in the order of the keys. A unit has the forms for one, (for few,) for others, and the short one. */
const TABLE = `
ca|avui|ahir|demà|fa #|d'aquí #|i|, |1 any;# anys;#a|1 mes;# mesos;#m|1 setmana;# setmanes;#s|1 dia;# dies;#d
de|heute|gestern|morgen|vor #|in #|und|, |1 Jahr;# Jahren;#j|1 Monat;# Monaten;#mo|1 Woche;# Wochen;#w|1 Tag;# Tage;#d
en|today|yesterday|tomorrow|# ago|in #|and|, |1 year;# years;#y|1 month;# months;#mo|1 week;# weeks;#w|1 day;# days;#d
es|hoy|ayer|mañana|hace #|en #|y|, |1 año;# años;#a|1 mes;# meses;#m|1 semana;# semanas;#s|1 día;# días;#d
fr|aujourd'hui|hier|demain|il y a environ #|dans #|et|, |1 année;# années;#a|1 mois;# mois;#mo|1 semaine;# semaines;#s|1 jour;# jours;#j
it|oggi|ieri|domani|# fa|fra #|e|, |1 anno;# anni;#a|1 mese;# mesi;#m|1 settimana;# settimane;#s|1 giorno;# giorni;#g
ja|今日|昨日|明日|#前|#後|||1年;#年;#年|1ヶ月;#ヵ月;#月|1週間;#週間;#週|1日;#日;#日
pt|hoje|ontem|amanhã|# atrás|em #|e|, |1 ano;# anos;#a|1 mês;# meses;#m|1 semana;# semanas;#s|1 dia;# dias;#d
ru|сегодня|вчера|завтра|# назад|через #|и|, |год;# года;# лет;#г|месяц;# месяца;# месяцев;#м|неделю;# недели;# недель;#н|день;# дня;# дней;#д
tr|bugün|dün|yarın|# önce|# içinde|, |, |1 yıl;# yıl;#y|1 ay;# ay;#a|1 hafta;# hafta;#h|1 gün;# gün;#g
zh_hans|今天|昨天|明天|#以前|#以后|||1年;#年;#年|1个月;#个月;#月|1周;#周;#周|1天;#天;#天`;

function readRow(row: string): readonly [string, Words] {
  const [language = '', ...texts] = row.split('|');
  const words = new Map<string, unknown>();
  for (const [index, key] of KEYS.entries()) {
    const text = texts[index] ?? '';
    if (index < FIRST_UNIT) words.set(key, text.replace('#', '%{date_range}'));
    else addUnit(words, key, text.replaceAll('#', '%{count}').split(';'));
  }
  return [language, words];
}

function addUnit(words: Map<string, unknown>, unit: string, forms: readonly string[]): void {
  const names = forms.length === 4 ? ['one', 'few', 'other'] : ['one', 'other'];
  words.set(unit, new Map(names.map((name, index) => [name, forms[index]])));
  words.set(`${unit}_short`, forms.at(-1));
}

/** The words that the gem brings, by language. */
export const WORDS: ReadonlyMap<string, Words> = new Map(TABLE.trim().split('\n').map(readRow));
