package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.GuardFailures;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.util.function.Function;

/** Puts each hunt under a tenant's fault tolerance guard; which strategies it has, wiring says. */
public final class GuardedHuntingSource implements HuntingSource {

  private static final TypeLiteral<Uni<HuntAnswer>> ANSWER = new TypeLiteral<>() {};

  private final HuntingSource next;
  private final Function<Tenant, Guard> guards;

  /**
   * @param guards the same guard for the same tenant at each call
   */
  public GuardedHuntingSource(HuntingSource next, Function<Tenant, Guard> guards) {
    this.next = next;
    this.guards = guards;
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return Uni.createFrom()
        .deferred(() -> guards.apply(tenant).get(() -> next.run(tenant, query), ANSWER))
        .onFailure()
        .transform(GuardFailures::of);
  }
}
