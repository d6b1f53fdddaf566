import { expect, test } from 'vitest';
import { singularOf } from '../../src/builtin/archives/singular.ts';

/** What `singularize` of ActiveSupport 6.1.7 makes of each word. */
const WORDS =
  'tags:tag categories:category news:news data:datum analyses:analysis theses:thesis lives:life hives:hive natives:native wolves:wolf series:series movies:movie boxes:box churches:church classes:class dishes:dish mice:mouse buses:bus potatoes:potato shoes:shoe crises:crisis axes:axis octopi:octopus statuses:status oxen:ox vertices:vertex matrices:matrix quizzes:quiz databases:database people:person men:man women:woman children:child sexes:sex moves:move zombies:zombie equipment:equipment fish:fish authors:author keywords:keyword topics:topic day:day year:year status:status gas:ga bus:bus lens:len species:species topic_tags:topic_tag cookies:cooky dies:dy ties:ty calves:calf leaves:leafe bases:basis basis:basis photos:photo women:woman virus:virus lice:louse people_tags:people_tag dives:dife';

test.each(WORDS.split(' ').map((pair) => pair.split(':')))('%s: %s', (plural, singular) => {
  expect(singularOf(plural ?? '')).toBe(singular);
});
