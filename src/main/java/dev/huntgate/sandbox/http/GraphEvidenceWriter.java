package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Evidence;
import dev.huntgate.sandbox.company.FileImage;
import dev.huntgate.sandbox.company.ProcessStart;
import dev.huntgate.sandbox.company.Role;
import dev.huntgate.sandbox.company.Subject;
import org.jspecify.annotations.Nullable;

/** Writes evidence as Microsoft Graph does: one type per kind, told apart by its type name. */
final class GraphEvidenceWriter {

  private GraphEvidenceWriter() {}

  static ObjectNode write(Evidence evidence) {
    ObjectNode node = Json.object();
    String type = GraphPlaces.fill(node, evidence.subject());
    if (type == null) {
      type = fill(node, evidence.subject());
    }
    return common(type, evidence).setAll(node);
  }

  private static ObjectNode common(String type, Evidence evidence) {
    ObjectNode node = Json.object();
    node.put("@odata.type", "#microsoft.graph.security." + type);
    node.put("createdDateTime", WireTime.of(evidence.at()));
    node.put("verdict", evidence.verdict().graph());
    node.put("remediationStatus", evidence.remediation().graph());
    node.putNull("remediationStatusDetails");
    node.set("roles", Json.texts(evidence.roles().stream().map(Role::graph).toList()));
    node.putArray("detailedRoles");
    node.putArray("tags");
    return node;
  }

  private static String fill(ObjectNode node, Subject subject) {
    if (subject instanceof Subject.OfFile file) {
      node.put("detectionStatus", "detected");
      node.put("mdeDeviceId", file.device() == null ? null : file.device().id());
      node.set("fileDetails", file(file.file(), true));
      return "fileEvidence";
    }
    if (subject instanceof Subject.OfProcess process) {
      process(node, process.process());
      return "processEvidence";
    }
    if (subject instanceof Subject.OfRegistryKey key) {
      node.put("registryHive", key.hive()).put("registryKey", key.key());
      return "registryKeyEvidence";
    }
    if (subject instanceof Subject.OfRegistryValue value) {
      node.put("mdeDeviceId", value.device().id());
      node.put("registryHive", value.hive()).put("registryKey", value.key());
      node.put("registryValueName", value.name()).put("registryValueType", value.type());
      node.put("registryValue", value.value());
      return "registryValueEvidence";
    }
    if (subject instanceof Subject.OfUser user) {
      node.set("userAccount", GraphPlaces.account(user.account()));
      return "userEvidence";
    }
    return GraphMails.fill(node, subject);
  }

  private static void process(ObjectNode node, ProcessStart process) {
    node.put("processId", process.processId());
    node.put("parentProcessId", process.parent().processId());
    node.put("processCommandLine", process.commandLine());
    node.put("processCreationDateTime", WireTime.of(process.at()));
    node.put("parentProcessCreationDateTime", WireTime.of(process.parent().startedAt()));
    node.put("detectionStatus", "detected");
    node.put("mdeDeviceId", process.device().id());
    node.set("imageFile", file(process.image(), true));
    node.set("parentProcessImageFile", file(process.parent().image(), false));
    node.set("userAccount", GraphPlaces.account(process.account()));
  }

  /** A parent's file comes without hashes, as recorded. */
  private static ObjectNode file(FileImage file, boolean hashed) {
    ObjectNode node = Json.object();
    node.put("sha1", hashed ? file.sha1() : null);
    node.put("sha256", hashed ? file.sha256() : null);
    node.put("md5", hashed ? file.md5() : null);
    node.put("fileName", file.name());
    node.put("filePath", file.folder());
    node.put("fileSize", file.size());
    node.put("filePublisher", blankToNull(file.publisher()));
    node.put("signer", blankToNull(file.publisher()));
    node.putNull("issuer");
    return node;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
