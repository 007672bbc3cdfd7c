package io.github.predella.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** OVA packages. */
public final class OvaPackages {

    private OvaPackages() {}

    /** What the usual programs write: a descriptor, and the disk that it names. */
    public static byte[] of(byte[] disk) {
        return tar(Map.of("machine.ovf", descriptor().getBytes(UTF_8), "machine-disk1.vmdk", disk));
    }

    /** A descriptor of one disk, with settings of a processor. */
    public static String descriptor() {
        return """
            <?xml version="1.0"?>
            <Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
                      xmlns:pasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ProcessorAllocationSettingData">
              <References>
                <File ovf:id="notes" ovf:href="notes.txt"/>
                <File ovf:id="file1" ovf:href="machine-disk1.vmdk" ovf:size="1"/>
              </References>
              <DiskSection><Disk ovf:diskId="vmdisk1" ovf:capacity="2" ovf:fileRef="file1"/></DiskSection>
              <VirtualSystem ovf:id="machine"><VirtualHardwareSection><Item>
                <pasd:InstructionSet>DMTF:x86:64 </pasd:InstructionSet>
                <pasd:ProcessorArchitecture>x86</pasd:ProcessorArchitecture>
              </Item></VirtualHardwareSection></VirtualSystem>
            </Envelope>
            """;
    }

    /** An archive with such files. */
    public static byte[] tar(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
