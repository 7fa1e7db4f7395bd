package dev.huntgate.graphql.view;

import dev.huntgate.incident.IncidentFacet;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code IncidentFacet}. */
@Enum("IncidentFacet")
@Description("A side of incidents by which they can be counted.")
public enum IncidentFacetView {
  @Description("How much harm is to be expected.")
  SEVERITY,
  @Description("How far the work is.")
  STATUS,
  @Description("Whether it was a real threat.")
  CLASSIFICATION,
  @Description("What kind of threat it was.")
  DETERMINATION,
  @Description("Who works on it; the empty value for nobody.")
  ASSIGNED_TO,
  @Description("The tags that people gave it; one with several counts for each.")
  TAG,
  @Description(
      "The products that raised its alerts; one of several counts for each. Alerts are read.")
  SERVICE_SOURCE,
  @Description(
      "The MITRE ATT&CK techniques of its alerts; one with several counts for each. Alerts are read.")
  TECHNIQUE;

  /** The facet that this is the view of. */
  public IncidentFacet facet() {
    return IncidentFacet.valueOf(name());
  }
}
