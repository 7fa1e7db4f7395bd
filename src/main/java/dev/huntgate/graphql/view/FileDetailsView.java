package dev.huntgate.graphql.view;

import dev.huntgate.incident.FileDetails;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code FileDetails}. */
@Type("FileDetails")
@Description("A file, as far as upstream knows it.")
@DefaultNonNull
public record FileDetailsView(
    @Description("The name without the folder, such as `powershell.exe`.") @Nullable String name,
    @Description("The folder, such as `C:\\Windows\\System32`.") @Nullable String path,
    @Description("The SHA-1 hash of its content: 40 hexadecimal digits.") @Nullable String sha1,
    @Description("The SHA-256 hash of its content: 64 hexadecimal digits.") @Nullable String sha256,
    @Description(
            "The SHA-256 hash that Defender computes for Authenticode: 64 hexadecimal digits. Only Microsoft Graph has it.")
        @Nullable
        String sha256Ac,
    @Description("The MD5 hash of its content: 32 hexadecimal digits. Only Microsoft Graph has it.")
        @Nullable
        String md5,
    @Description("The size in bytes. Only Microsoft Graph has it.") @Nullable Long sizeBytes,
    @Description("Who published it, such as `Microsoft Corporation`. Only Microsoft Graph has it.")
        @Nullable
        String publisher,
    @Description("Who signed it. Only Microsoft Graph has it.") @Nullable String signer,
    @Description("Who issued the certificate that it was signed with. Only Microsoft Graph has it.")
        @Nullable
        String issuer) {

  static FileDetailsView of(FileDetails fileDetails) {
    return new FileDetailsView(
        fileDetails.name(),
        fileDetails.path(),
        fileDetails.sha1(),
        fileDetails.sha256(),
        fileDetails.sha256Ac(),
        fileDetails.md5(),
        fileDetails.sizeBytes(),
        fileDetails.publisher(),
        fileDetails.signer(),
        fileDetails.issuer());
  }
}
