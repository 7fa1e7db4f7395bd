package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.WindowStanding;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Adds {@code extensions.quota} to answers that spent something, or were refused, upstream.
 *
 * <p>Only what the answer touched; answers from kept results stay as they are, byte for byte.
 */
final class QuotaExtension {

  private final Ledger ledger;

  QuotaExtension(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The result, with what is left of the budgets that its execution spent from. */
  CompletableFuture<ExecutionResult> addTo(ExecutionResult result, GraphQLContext context) {
    Set<Operation> spent = Spent.in(context);
    Caller caller = CurrentCaller.in(context);
    if (spent.isEmpty() || caller == null) {
      return CompletableFuture.completedFuture(result);
    }
    return ledger
        .standing(caller.tenant())
        .map(
            standings ->
                standings.stream()
                    .filter(standing -> spent.contains(standing.operation()))
                    .map(QuotaExtension::operation)
                    .toList())
        .map(quota -> result.transform(answer -> answer.addExtension("quota", quota)))
        .onFailure()
        .recoverWithItem(result)
        .subscribeAsCompletionStage();
  }

  private static Map<String, Object> operation(Standing standing) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("operation", standing.operation().name());
    fields.put("state", standing.state().name());
    if (standing.pausedUntil() != null) {
      fields.put("pausedUntil", standing.pausedUntil().toString());
    }
    fields.put("queueLength", standing.queueLength());
    fields.put("windows", standing.windows().stream().map(QuotaExtension::window).toList());
    return fields;
  }

  private static Map<String, Object> window(WindowStanding window) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", window.unit().name());
    fields.put("duration", window.duration().toString());
    fields.put("limit", window.limit());
    fields.put("used", window.used());
    fields.put("reserved", window.reserved());
    fields.put("remaining", window.remaining());
    fields.put("nextAt", window.nextAt().toString());
    fields.put("resetsAt", window.resetsAt().toString());
    return fields;
  }
}
