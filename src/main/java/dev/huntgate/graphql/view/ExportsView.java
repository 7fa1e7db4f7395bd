package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/**
 * The GraphQL type {@code HuntExports}.
 *
 * @param csv null when it was not selected; likewise {@code ndjson}
 */
@Type("HuntExports")
@Description(
    "Links to download a result as a file, relative to Huntgate's address. Each is good for 60"
        + " seconds and for one download, without a bearer token, so that a browser can follow it:"
        + " do not pass it on. Parameters may be added, such as `&columns=DeviceName,Timestamp`,"
        + " `&skip=1000&first=500` or `&filename=devices`.")
public record ExportsView(
    @Description(
            "As CSV (RFC 4180), with the columns' names first. Text that a spreadsheet would take"
                + " for a formula gets an apostrophe before it, unless `&formulas=keep` is added.")
        @Nullable
        String csv,
    @Description("As NDJSON: a JSON object in each line, one for each row.") @Nullable
        String ndjson) {}
