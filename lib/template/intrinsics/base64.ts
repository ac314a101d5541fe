import { argumentOf, movedTo } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Base64`: kept as the text that goes in, since what matters is what user data says and not how it travels. */
export const base64: Intrinsic = (argument, at, stack) => movedTo(argumentOf('Fn::Base64', argument, at, stack).text(), at);
