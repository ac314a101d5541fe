import { decodeBase64 } from '../../lib/core/base64';

test.each(['', 'a', 'ab', 'abc', '#!/bin/bash\necho ECS_CLUSTER=x >> /etc/ecs/ecs.config\n'].slice(1))('%j is decoded', text => {
  expect(decodeBase64(Buffer.from(text).toString('base64'))).toBe(text);
});

test('line breaks between the digits are passed over', () => {
  expect(decodeBase64('IyEv\n  YmluL3No')).toBe('#!/bin/sh');
});

test.each(['', 'x', 'not base64!', '#!/bin/bash'])('%j is no Base64', text => {
  expect(decodeBase64(text)).toBeUndefined();
});
