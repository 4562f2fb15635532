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

// The factors of a super-block's scales and offsets, or what is there of them.
template <class Planar, class View>
Planar with_sub_scales(Planar planar, const View& view, std::size_t block, std::size_t group) {
  const auto at = [](const auto& part, std::size_t i) {
    return part.empty() ? nullptr : part.data() + i;
  };
  planar.block_scales = at(view.block_scales, block);
  planar.block_offsets = at(view.block_offsets, block);
  planar.sub_scales = at(view.sub_scales, group);
  planar.sub_offsets = at(view.sub_offsets, group);
  return planar;
}

bool sub_scales_fit(const Quantized& quantized, const Plan& plan, bool needed) {
  const FormatInfo& format = plan.format();
  const auto fits = [&](const auto& part, bool has, std::uint64_t size) {
    return has ? part.size() == size || (part.empty() && !needed) : part.empty();
  };
  const std::uint64_t blocks = plan.blocks().num_groups();
  const std::uint64_t groups = plan.layout.num_groups();
  const bool offsets = format.sub_scales && format.has_offsets;
  return fits(quantized.block_scales, format.sub_scales, blocks) &&
         fits(quantized.sub_scales, format.sub_scales, groups) &&
         fits(quantized.block_offsets, offsets, blocks) &&
         fits(quantized.sub_offsets, offsets, groups);
}

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
  if (bytes.size() != plan.bytes() || !sub_scales_fit(quantized, plan, true)) {
    return {ErrorCode::length_mismatch};
  }
  const std::uint64_t groups_per_block = plan.blocks().group_size / plan.layout.group_size;
  const std::size_t block = decode_ranges(
      plan.blocks(), {}, [&](std::size_t block, std::size_t start, Run run, std::size_t* fault) {
        const std::size_t group = block * groups_per_block;
        const PlanarIn in =
            with_sub_scales(planar_at(quantized, group, start), quantized, block, group);
        return plan.row->pack(in, run, plan.params, bytes.data() + plan.block_start(block), fault);
      });
  return block == npos ? Status{} : Status{ErrorCode::unstorable, block};
}

Status unpack(std::span<const std::uint8_t> bytes, const Plan& plan, QuantizedView out) {
  const Quantized sizes{out.codes,         out.scales,     out.offsets,    out.block_scales,
                        out.block_offsets, out.sub_scales, out.sub_offsets};
  const Status checked = check_sizes(sizes, plan.format(), plan.layout);
  if (!checked.ok()) return checked;
  if (bytes.size() != plan.bytes() || !sub_scales_fit(sizes, plan, false)) {
    return {ErrorCode::length_mismatch};
  }
  const std::uint64_t groups_per_block = plan.blocks().group_size / plan.layout.group_size;
  const std::size_t block = decode_ranges(
      plan.blocks(), {}, [&](std::size_t block, std::size_t start, Run run, std::size_t* fault) {
        const std::size_t group = block * groups_per_block;
        return plan.row->unpack(bytes.data() + plan.block_start(block), run, plan.params,
                                with_sub_scales(planar_at(out, group, start), out, block, group),
                                fault);
      });
  return block == npos ? Status{} : Status{ErrorCode::invalid_bytes, block};
}

std::vector<Field> fields(const Plan& plan, std::uint64_t weights) {
  FieldList list;
  plan.row->fields(plan.params, weights, list);
  return std::move(list.fields);
}

}  // namespace groupwise
