package dev.huntgate.sandbox;

import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.company.IncidentStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Provides the one company of this application and its incidents. */
final class CompanyFounder {

  @Produces
  @Singleton
  Company company(SandboxConfig config, Clock clock) {
    return new Company(config.seed(), clock.instant(), config.incidents(), config.rows());
  }

  @Produces
  @Singleton
  IncidentStore incidents(Company company) {
    return new IncidentStore(company);
  }
}
