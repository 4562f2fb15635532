import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'groupwise/elements';
import { createQuantizer } from 'groupwise';
import { createQuantizerWorker } from 'groupwise/worker';
import { probe } from './probe.js';

function Tutorial() {
  const [bits, setBits] = useState(8);
  const [step, setStep] = useState('weights');
  return (
    <>
      <button type="button" onClick={() => setBits(4)}>
        4 bits
      </button>
      <output>{step}</output>
      <groupwise-stepper
        weights="0.1, -0.8, 0.05, -0.02"
        group-size="4"
        bits={bits}
        ongroupwise-step={(event) => setStep(event.detail.step)}
      />
    </>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Tutorial />);

Object.assign(globalThis, { result: probe({ createQuantizer, createQuantizerWorker }) });
