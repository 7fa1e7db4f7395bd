package dev.huntgate.hunting.saved;

import dev.huntgate.access.Caller;
import java.time.Clock;
import java.util.List;

/** The saved hunts that ship, for tests of other packages. */
public final class ShippedHunts {

  private ShippedHunts() {}

  public static List<SavedHunt> all() {
    return new SavedHunts(new SettingsForTests(null), System::nanoTime, Clock.systemUTC())
        .all(Caller.ANONYMOUS, SavedHuntFilter.ALL);
  }
}
