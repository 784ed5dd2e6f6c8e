package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** The policy of pages that bring their styles. */
class FirstPagesTest {

  @Test
  void aPolicyWithoutAPlaceForOurStylesIsRefusedAtTheStart() {
    assertThatIllegalStateException().isThrownBy(() -> new FirstPages("default-src 'none'; style-src 'unsafe-inline'"))
        .withMessageContaining("Content-Security-Policy")
        .withMessageContaining("style-src 'self'");
  }
}
