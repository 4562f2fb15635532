#include "groupwise/codec.hpp"

#include "codec/planar.hpp"
#include "codec/run_ranges.hpp"

namespace groupwise {
namespace {

class FieldList final : public FieldSink {
 public:
  void field(const Field& field) override { fields.push_back(field); }
  std::vector<Field> fields;
};

}  // namespace

Status encode(std::span<const float> weights, const Plan& plan, std::span<std::uint8_t> bytes,
              const Execution& execution) {
  if (weights.size() != plan.layout.length || bytes.size() != plan.bytes()) {
    return {ErrorCode::length_mismatch};
  }
  const Kernels kernels = kernels_of(*plan.row, execution.kernel);
  const Layout blocks = plan.blocks();
  return encode_ranges(weights, blocks, execution,
                       [&](std::size_t block, std::size_t start, Run run) {
                         return kernels.encode(weights.data() + start, run, plan.params,
                                               bytes.data() + plan.block_start(block));
                       });
}

Status decode(std::span<const std::uint8_t> bytes, const Plan& plan, std::span<float> recovered,
              const Execution& execution) {
  if (recovered.size() != plan.layout.length || bytes.size() != plan.bytes()) {
    return {ErrorCode::length_mismatch};
  }
  const Kernels kernels = kernels_of(*plan.row, execution.kernel);
  const std::size_t block =
      decode_ranges(plan.blocks(), execution,
                    [&](std::size_t block, std::size_t start, Run run, std::size_t* fault) {
                      return kernels.decode(bytes.data() + plan.block_start(block), run,
                                            plan.params, recovered.data() + start, fault);
                    });
  return block == npos ? Status{} : Status{ErrorCode::invalid_bytes, block};
}

Status pack(const Quantized& quantized, const Plan& plan, std::span<std::uint8_t> bytes) {
  const Status checked = check_sizes_and_scales(quantized, plan.format(), plan.layout);
  if (!checked.ok()) return checked;
  if (bytes.size() != plan.bytes()) return {ErrorCode::length_mismatch};
  const std::uint64_t groups_per_block = plan.blocks().group_size / plan.layout.group_size;
  const std::size_t block = decode_ranges(
      plan.blocks(), {}, [&](std::size_t block, std::size_t start, Run run, std::size_t* fault) {
        return plan.row->pack(planar_at(quantized, block * groups_per_block, start), run,
                              plan.params, bytes.data() + plan.block_start(block), fault);
      });
  return block == npos ? Status{} : Status{ErrorCode::unstorable, block};
}

Status unpack(std::span<const std::uint8_t> bytes, const Plan& plan, QuantizedView out) {
  const Status checked =
      check_sizes(Quantized{out.codes, out.scales, out.offsets}, plan.format(), plan.layout);
  if (!checked.ok()) return checked;
  if (bytes.size() != plan.bytes()) return {ErrorCode::length_mismatch};
  const std::uint64_t groups_per_block = plan.blocks().group_size / plan.layout.group_size;
  const std::size_t block = decode_ranges(
      plan.blocks(), {}, [&](std::size_t block, std::size_t start, Run run, std::size_t* fault) {
        return plan.row->unpack(bytes.data() + plan.block_start(block), run, plan.params,
                                planar_at(out, block * groups_per_block, start), fault);
      });
  return block == npos ? Status{} : Status{ErrorCode::invalid_bytes, block};
}

std::vector<Field> fields(const Plan& plan, std::uint64_t weights) {
  FieldList list;
  plan.row->fields(plan.params, weights, list);
  return std::move(list.fields);
}

}  // namespace groupwise
