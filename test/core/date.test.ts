import { isDay, secondOf } from '../../lib/core/date';

test.each([
  ['2027-01-31', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2027-02-29', false],
  ['2100-02-29', false],
  ['2027-04-31', false],
  ['2027-13-01', false],
  ['2027-00-10', false],
  ['2027-01-00', false],
  ['2027-1-1', false],
  ['31.1.2027', false],
  ['', false],
])('%s is a day: %p', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ['1970-01-01', 0],
  ['2000-03-01', 951_868_800],
  ['2018-06-18T22:28:28Z', 1_529_360_908],
  ['2018-06-18T22:28:28', 1_529_360_908],
  ['2018-06-18T22:28', 1_529_360_880],
  ['2018-06-19T00:28:28+02:00', 1_529_360_908],
  ['2018-06-18T17:28:28-05:00', 1_529_360_908],
  ['yesterday', undefined],
])('the date %s is second %s', (text, second) => {
  expect(secondOf(text)).toBe(second);
});
