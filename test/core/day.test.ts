import { isDay } from '../../lib/core/day';

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
