package org.lectern.assessment;

import java.util.Optional;
import java.util.UUID;

/** What a pass is rewarded with; made by a room that comes later. */
public interface Award {

  /** The serial of the certificate that stands for a registration. */
  Optional<String> serial(UUID registrationId);
}
