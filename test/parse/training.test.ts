import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/lang/index.ts';
import { analyse } from '../../src/parse/analyse.ts';
import { readModel } from '../../src/parse/model.ts';
import { packWeights, unpackWeights } from '../../src/parse/weights.ts';
import { compand } from '../../train/compand.ts';
import { learn } from '../../train/learn.ts';
import { projective } from '../../train/oracle.ts';
import { ownSentences } from '../../train/own/index.ts';
import { perceptron } from '../../train/perceptron.ts';
import { settings } from '../../train/settings.ts';
import { modelFile } from '../../train/write.ts';

const silent = () => {};

describe('training', () => {
  it('gives the same bytes for the same sentences, settings and seed, and a model that has learnt them', () => {
    const language = languageOf('en');
    if (language === null) throw new Error('no English');
    const plan = { ...settings.en, own: 60, taggerIterations: 2, parserIterations: 2, leastMet: 1 };
    const bytes = modelFile('en', learn([], language, plan, silent), plan, silent);
    expect(modelFile('en', learn([], language, plan, silent), plan, silent).equals(bytes)).toBe(true);
    const path = join(mkdtempSync(join(tmpdir(), 'griot-model-')), 'en.model.br');
    writeFileSync(path, bytes);
    const model = readModel(path);
    const [sentence] = ownSentences('en', 60, plan.seed);
    const heads = [...analyse(sentence?.forms ?? [], model).heads];
    const right = heads.filter((head, i) => head === sentence?.heads[i]).length;
    expect(right / heads.length).toBeGreaterThan(0.6);
  });

  it('makes crossing arcs projective by lifting them', () => {
    // Word 1 hangs on 3, word 2 on 4: the arcs cross; 2 is lifted no further than it must be.
    expect(projective([0, 3, 4, 0, 3])).toEqual([0, 3, 3, 0, 3]);
    expect(projective([0, 2, 0, 2])).toEqual([0, 2, 0, 2]);
  });

  it('packs weights so that they read back the same', () => {
    const model = perceptron(5, 1);
    const buffer = { hashes: new Int32Array(256), length: 3 };
    for (let i = 0; i < 500; i++) {
      for (let f = 0; f < 3; f++) buffer.hashes[f] = Math.imul(i * 3 + f + 1, 0x9e3779b1);
      model.count(buffer);
      model.update(buffer, i % 5, 1);
      model.tick();
    }
    const weights = compand(model.averaged(), { levels: 127, least: 1 });
    expect(weights.hashes.length).toBeGreaterThan(1400);
    expect(unpackWeights(packWeights(weights))).toEqual(weights);
  });

  it('says what is wrong with damaged weights', () => {
    expect(() => unpackWeights(new Uint8Array(40))).toThrow(/damaged/);
  });
});
