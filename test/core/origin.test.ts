import { below, suppliedFrom } from '../../lib/core/origin';

test('places that are the same make the same key, however they were come by', () => {
  const root = { stack: 'Shop', path: ['Resources', 'Web'] }, from = { stack: 'Shop', path: ['Parameters', 'Size'] };
  const keys = [below(root, 'Properties'), below(below({ stack: 'Shop', path: ['Resources'] }, 'Web'), 'Properties'), { stack: 'Shop', path: ['Resources', 'Web', 'Properties'] }].map(at => JSON.stringify(at));
  expect(new Set(keys).size).toBe(1);
  expect(JSON.parse(JSON.stringify(suppliedFrom(below(root, 'Properties'), from)))).toEqual({ stack: 'Shop', path: ['Resources', 'Web', 'Properties'], from });
});
