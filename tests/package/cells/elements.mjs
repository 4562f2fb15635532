import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../../scripts/serve.mjs';
import { browser, consumers, fillIn, hosts, named, serving } from '../harness/context.mjs';
import { openTensor } from '../harness/tensor.mjs';

const strictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const computedInWorker = ({ worker }) => new RegExp(`Computed in a worker by the ${worker} build`);

for (const host of hosts) {
  describe(`elements in a foreign page with a strict policy, ${named(host)}`, () => {
    let server;
    let page;
    let failures;
    const codes = (selector) =>
      page.locator(`${selector} .card`).evaluateAll((cards) => cards.length);

    before(async () => {
      server = await serve({
        root: await consumers.consumer('elements'),
        isolated: host.isolated,
        headers: { 'content-security-policy': strictPolicy },
      });
      ({ page, failures } = await browser.open(server.url));
      await page.locator('#one .card').first().waitFor();
    });
    after(async () => {
      await page.close();
      await server.close();
    });

    test('two instances are independent', async () => {
      assert.equal(await codes('#one'), 4);
      assert.equal(await codes('#two'), 3);
      await page.locator('#one').evaluate((one) => one.setAttribute('weights', '1 2'));
      await page.waitForFunction(
        () => document.querySelector('#one').shadowRoot.querySelectorAll('.card').length === 2,
      );
      assert.equal(await codes('#two'), 3);
    });

    test('weights as text content', async () => {
      assert.equal(await codes('#text'), 2);
    });

    test('unknown attribute values are said, and the rest works', async () => {
      const text = await page.locator('#wrong [role=alert]').innerText();
      for (const part of [/rounding/, /bits/, /nowhere/]) assert.match(text, part);
      assert.ok((await codes('#wrong')) > 0);
    });

    test('text from attributes never becomes markup', async () => {
      assert.match(await page.locator('#markup [role=alert]').innerText(), /not a number/);
      assert.equal(await page.locator('#markup img').count(), 0);
    });

    test('100,000 weights: the first are walked, and the limit is said', async () => {
      await page.locator('#many').evaluate((many) => {
        many.setAttribute('weights', Array.from({ length: 100_000 }, (_, i) => i % 7).join(' '));
      });
      const alert = page.locator('#many [role=alert]');
      await alert.waitFor();
      assert.match(await alert.innerText(), /100,000 weights were given; the first 256/);
      assert.equal(await codes('#many'), 256);
    });

    test('values that a framework gives as numbers or null', async () => {
      await page.locator('#two').evaluate(async (two) => {
        two.bits = 3;
        two.groupSize = 2;
        two.weights = null;
        await two.updateComplete;
      });
      assert.ok((await codes('#two')) > 0);
    });

    test('in a shadow root; created, moved and removed by script', async () => {
      const count = await page.evaluate(async () => {
        const box = document.createElement('div');
        document.body.append(box);
        const root = box.attachShadow({ mode: 'open' });
        const stepper = document.createElement('groupwise-stepper');
        stepper.setAttribute('weights', '1 2 3 4 5');
        root.append(stepper);
        await stepper.updateComplete;
        document.body.append(stepper);
        await stepper.updateComplete;
        stepper.remove();
        root.append(stepper);
        await new Promise((done) => setTimeout(done, 300));
        const { length } = stepper.shadowRoot.querySelectorAll('.card');
        box.remove();
        return length;
      });
      assert.equal(count, 5);
    });

    test('the host’s rules stay outside, its properties and parts reach in', async () => {
      const style = await page.locator('#one').evaluate((one) => {
        const button = one.shadowRoot.querySelector('button');
        const frame = one.shadowRoot.querySelector('[part=frame]');
        return {
          button: getComputedStyle(button).display,
          border: getComputedStyle(frame).borderTopColor,
        };
      });
      assert.notEqual(style.button, 'none');
      assert.equal(style.border, 'rgb(4, 5, 6)');
    });

    test('a tensor file goes through the worker of the elements', async () => {
      const shown = await openTensor(page.locator('#explorer'));
      assert.match(shown, host.isolated ? /threads/ : /simd/i, shown.slice(0, 2000));
    });

    test('nothing was reported in the console', () => assert.deepEqual(failures, []));
  });
}

for (const host of hosts) {
  test(`the one file, from another origin, ${named(host)}`, async () => {
    const root = await consumers.consumer('one-file', named(host));
    const headers = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    };
    await serving({ root: join(root, 'node_modules'), headers }, async (cdn) => {
      await fillIn(root, 'CDN', cdn);
      await serving({ root, isolated: host.isolated }, async (url) => {
        const { page, failures } = await browser.open(url);
        await page.locator('groupwise-stepper .card').nth(3).waitFor();
        // Its workers, and their threads, are made from text.
        const shown = await openTensor(page.locator('groupwise-explorer'));
        assert.match(shown, computedInWorker(host));
        assert.deepEqual(failures, []);
        await page.close();
      });
    });
  });
}

test('where workers are refused, the elements work on the page’s thread', async () => {
  const root = await consumers.consumer('elements');
  const headers = { 'content-security-policy': `${strictPolicy}; worker-src 'none'` };
  await serving({ root, headers }, async (url) => {
    const { page, failures } = await browser.open(url);
    await page.locator('#one .card').nth(3).waitFor();
    const shown = await openTensor(page.locator('#explorer'));
    assert.match(shown, /sine\.npy/);
    assert.match(shown, /Computed on the page’s own thread by the simd build/);
    // The browser's own reports cannot be kept back; there is nothing else.
    assert.deepEqual(
      failures.filter((failure) => !/Content Security Policy|ERR_BLOCKED_BY_CSP|csp/.test(failure)),
      [],
    );
    await page.close();
  });
});
