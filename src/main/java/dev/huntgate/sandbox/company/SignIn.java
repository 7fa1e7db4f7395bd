package dev.huntgate.sandbox.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in to the cloud directory, or an attempt at one.
 *
 * @param errorCode 0 when it succeeded, else the directory's code, such as 50126 for a bad password
 * @param device the company's device it came from, {@code null} when unknown
 * @param risk the aggregated risk: 0 none, 10 low, 50 medium, 100 high
 */
public record SignIn(
    Instant at,
    Employee person,
    CloudApplication application,
    Place from,
    int errorCode,
    @Nullable Device device,
    String client,
    int risk)
    implements Happening {}
