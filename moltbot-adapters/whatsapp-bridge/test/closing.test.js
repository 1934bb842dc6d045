import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_WAIT_MS, LONGEST_WAIT_MS, meaningOf, waitAfter } from '../src/closing.js';

test('waits longer each time, within bounds, and never all at once', () => {
  for (const random of [() => 0, () => 0.5, () => 0.999]) {
    const waits = Array.from({ length: 200 }, (_, failures) => waitAfter(failures, random));
    assert.ok(waits.every(wait => wait >= FIRST_WAIT_MS / 2 && wait <= LONGEST_WAIT_MS));
    assert.ok(waits.every((wait, at) => at === 0 || wait >= waits[at - 1]));
  }
  assert.notEqual(waitAfter(5, () => 0), waitAfter(5, () => 0.9));
});

test('says no word of an error that it does not know', () => {
  for (const error of [undefined, new Error('a secret'), { output: { statusCode: 418 } }]) {
    const meaning = meaningOf(error);
    assert.equal(meaning.final, '');
    assert.doesNotMatch(meaning.reason, /secret/);
  }
});
