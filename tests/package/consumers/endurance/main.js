import * as endurance from './endurance.js';

globalThis.endurance = endurance;
