import type { Language } from '../language.ts';
import { coding } from './coding.ts';
import { numbers } from './numbers.ts';
import { times } from './time.ts';
import { tokens } from './tokens.ts';

export const fr: Language = { code: 'fr', tokens, numbers, times, coding };
