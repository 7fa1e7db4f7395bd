package dev.huntgate;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

/** The same answers through the other upstream family. */
@QuarkusIntegrationTest
@TestProfile(FirstUserProfile.ThroughDefender.class)
class SandboxThroughDefenderIT extends SandboxIT {}
