package dev.huntgate.hunting.saved;

import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Way;
import dev.huntgate.budget.Terms;
import dev.huntgate.hunting.HuntRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes hunts of saved ones by name, with callers' values in them. */
public final class SavedHuntRequests {

  private final SavedHunts saved;
  private final Audit audit;

  public SavedHuntRequests(SavedHunts saved, Audit audit) {
    this.saved = saved;
    this.audit = audit;
  }

  /**
   * The hunt that a caller asks for; audited only when there is none. May read files.
   *
   * @param values by parameter
   * @param maxAge how old a kept result may be; null leaves it to the saved hunt
   * @throws dev.huntgate.failure.FailureException {@code NOT_FOUND} naming {@code name}, {@code
   *     FORBIDDEN} when the caller may not run any, or what is wrong with a value
   */
  public HuntRequest request(
      String name,
      Map<String, @Nullable Object> values,
      @Nullable Duration maxAge,
      Terms terms,
      boolean maySpend) {
    try {
      SavedHunt hunt = saved.named(terms.caller(), name);
      Duration age = maxAge == null ? hunt.maxAge() : maxAge;
      return HuntRequest.saved(name, hunt.kqlWith(values), age, terms, maySpend);
    } catch (RuntimeException refusal) {
      audit.record(
          new Hunted(Way.HUNT, terms.caller(), null, name, null, AuditEvent.code(refusal), null));
      throw refusal;
    }
  }
}
