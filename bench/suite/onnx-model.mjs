// ONNX models of one blocked QuantizeLinear (opset 21), whose scales are given.
// Field numbers: onnx.proto of ONNX 1.16.
import { bytes, int, message } from './protobuf.mjs';

const FLOAT = 1;
const INT8 = 3;
const INT64 = 7;
const ATTRIBUTE_INT = 2;

const raw = (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function tensor(name, type, dims, data) {
  return bytes(
    5,
    message(...dims.map((dim) => int(1, dim)), int(2, type), bytes(8, name), bytes(9, raw(data))),
  );
}

function value(field, name, type, dims) {
  const shape = message(...dims.map((dim) => bytes(1, message(int(1, dim)))));
  const described = message(int(1, type), bytes(2, shape));
  return bytes(field, message(bytes(1, name), bytes(2, message(bytes(1, described)))));
}

function node(type, inputs, output, attributes = {}) {
  const named = Object.entries(attributes).map(([name, number]) =>
    bytes(5, message(bytes(1, name), int(3, number), int(20, ATTRIBUTE_INT))),
  );
  return bytes(
    1,
    message(...inputs.map((name) => bytes(1, name)), bytes(2, output), bytes(4, type), ...named),
  );
}

const quantizeNode = (groupSize) =>
  node('QuantizeLinear', ['x', 'scale'], 'y', {
    axis: 1,
    block_size: groupSize,
    output_dtype: INT8,
  });

function model(...graph) {
  const operators = message(bytes(1, ''), int(2, 21));
  return message(int(1, 10), bytes(8, operators), bytes(7, message(bytes(2, 'graph'), ...graph)));
}

/** Weights and scales go in, codes come out. */
export function quantizeModel(rows, columns, groupSize) {
  const groups = Math.ceil(columns / groupSize);
  return model(
    quantizeNode(groupSize),
    value(11, 'x', FLOAT, [rows, columns]),
    value(11, 'scale', FLOAT, [rows, groups]),
    value(12, 'y', INT8, [rows, columns]),
  );
}

/** Weights and scales lie in the model and one code comes out: all that is left is the operator. */
export function residentModel(rows, columns, groupSize, weights, scales) {
  const groups = Math.ceil(columns / groupSize);
  const pair = (name, numbers) => tensor(name, INT64, [2], BigInt64Array.from(numbers));
  return model(
    quantizeNode(groupSize),
    node('Slice', ['y', 'starts', 'ends'], 'first'),
    tensor('x', FLOAT, [rows, columns], weights),
    tensor('scale', FLOAT, [rows, groups], scales),
    pair('starts', [0n, 0n]),
    pair('ends', [1n, 1n]),
    value(12, 'first', INT8, [1, 1]),
  );
}
