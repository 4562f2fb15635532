#pragma once

namespace groupwise {

/// `value` to `digits` (1 to 9) significant decimal digits, ties away from zero, then the nearest
/// float; infinite where that overflows. Exact for every finite float.
[[nodiscard]] float round_to_decimal(float value, int digits);

}  // namespace groupwise
