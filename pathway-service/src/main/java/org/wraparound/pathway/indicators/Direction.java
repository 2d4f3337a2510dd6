package org.wraparound.pathway.indicators;

import java.math.BigDecimal;

/** Which way is good; the codes of the list {@code indicator-direction}. */
enum Direction {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER;

  /** On which side of what is usual. */
  enum Side {
    ABOVE,
    BELOW
  }

  /** Whether a value has reached the threshold on the bad side. */
  boolean hasReached(BigDecimal value, BigDecimal threshold) {
    int order = value.compareTo(threshold);
    return this == LOWER_IS_BETTER ? order >= 0 : order <= 0;
  }

  /** The value that lies so far from another on the bad side. */
  BigDecimal worse(BigDecimal value, BigDecimal by) {
    return this == LOWER_IS_BETTER ? value.add(by) : value.subtract(by);
  }

  /** The bad side. */
  Side badSide() {
    return this == LOWER_IS_BETTER ? Side.ABOVE : Side.BELOW;
  }
}
