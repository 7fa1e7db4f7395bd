package dev.huntgate.bench.plain;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Incidents as a service gives them that is written as the guides do. */
@GraphQLApi
public class Incidents {

  private final Upstream upstream;
  private final Context context;

  Incidents(@RestClient Upstream upstream, Context context) {
    this.upstream = upstream;
    this.context = context;
  }

  /** Which incidents are wanted. */
  @Input("IncidentFilter")
  public record Filter(OffsetDateTime createdFrom) {}

  /** How much harm is to be expected. */
  public enum Severity {
    HIGH,
    MEDIUM,
    LOW,
    INFORMATIONAL;

    static Severity of(String upstream) {
      return valueOf(upstream.toUpperCase(Locale.ROOT));
    }
  }

  /** A page of incidents. */
  @Name("IncidentConnection")
  public record Page(List<Incident> nodes, PageInfo pageInfo) {}

  /** An incident. */
  public record Incident(
      @Id String id,
      String name,
      Severity severity,
      String status,
      String assignedTo,
      OffsetDateTime createdAt,
      OffsetDateTime updatedAt,
      List<String> tags,
      List<Alert> alerts) {

    static Incident of(Upstream.Incident from) {
      return new Incident(
          from.id(),
          from.displayName(),
          Severity.of(from.severity()),
          from.status(),
          from.assignedTo(),
          from.createdDateTime(),
          from.lastUpdateDateTime(),
          from.customTags(),
          from.alerts() == null ? List.of() : from.alerts().stream().map(Alert::of).toList());
    }
  }

  /** An alert of an incident. */
  public record Alert(@Id String id, String title, Severity severity, List<Device> devices) {

    static Alert of(Upstream.Alert from) {
      return new Alert(
          from.id(),
          from.title(),
          Severity.of(from.severity()),
          from.evidence().stream()
              .map(Upstream.Evidence::deviceDnsName)
              .filter(Objects::nonNull)
              .map(Device::new)
              .toList());
    }
  }

  /** A device that an alert is about. */
  public record Device(String dnsName) {}

  /** A page of incidents, newest first. */
  @Query
  public Uni<Page> incidents(@DefaultValue("20") int first, Filter filter) {
    boolean alerts =
        context.unwrap(DataFetchingEnvironment.class).getSelectionSet().contains("nodes/alerts");
    return upstream
        .incidents(
            "Bearer x",
            "createdDateTime ge " + filter.createdFrom(),
            "createdDateTime desc",
            first + 1,
            alerts ? "alerts" : null)
        .map(
            listed ->
                new Page(
                    listed.value().stream().limit(first).map(Incident::of).toList(),
                    new PageInfo(listed.value().size() > first, Integer.toString(first))));
  }
}
