/** Kept results as files: CSV and NDJSON over plain HTTP, at the pace of whoever reads them. */
@NullMarked
package dev.huntgate.export;

import org.jspecify.annotations.NullMarked;
