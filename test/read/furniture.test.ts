import { describe, expect, it } from 'vitest';
import { withoutFurniture } from '../../src/read/furniture.ts';

const prose = (n: number) =>
  `Fighters attacked village number ${n} on Monday morning, killing several people and burning houses, officials said.`;

describe('withoutFurniture', () => {
  it.each([
    'Advertisement',
    'Sign up for our newsletter',
    'Lire aussi : la route rouverte',
    'The market after the attack. Photo: The Gazette',
    'Follow The Gazette on Twitter',
  ])('leaves %j out', (line) => {
    expect(withoutFurniture([prose(1), line, prose(2)])).toEqual([prose(1), prose(2)]);
  });

  it('keeps a long paragraph that begins like furniture', () => {
    const paragraph = `Share this, the general said, and added: ${prose(1)} ${prose(2)}`;
    expect(withoutFurniture([prose(3), paragraph])).toEqual([prose(3), paragraph]);
  });

  it('keeps one of two equal captions, and all of a text that repeats itself', () => {
    expect(withoutFurniture([prose(1), prose(2), prose(3), prose(4), prose(5), prose(1)])).toHaveLength(5);
    expect(withoutFurniture([prose(1), prose(1), prose(1)])).toHaveLength(3);
  });

  it('leaves labels before the first and after the last running text out', () => {
    expect(withoutFurniture(['Home', 'Africa', prose(1), 'A heading', prose(2), 'More Africa news'])).toEqual([
      prose(1),
      'A heading',
      prose(2),
    ]);
  });

  it('ends at the comments', () => {
    expect(withoutFurniture([prose(1), prose(2), prose(3), 'Leave a Reply', prose(4)])).toEqual([
      prose(1),
      prose(2),
      prose(3),
    ]);
  });
});
