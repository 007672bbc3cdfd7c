package io.github.predella.imports.plugins;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the descriptor of an OVF package (DSP0243) says about the one disk in it. Nothing outside of it is read: no
 * document type, no entity.
 *
 * @param disk name of the file that holds the disk
 * @param properties what it says about the processors, by {@code cim_pasd_} and the names in the CIM schema
 */
record OvfDescriptor(String disk, Map<String, String> properties) {

    private static final String PROCESSORS =
            "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ProcessorAllocationSettingData";
    private static final String PREFIX = "cim_pasd_";

    /**
     * Reads a descriptor to its end.
     *
     * @param wanted what of the processors' settings is told
     * @throws io.github.predella.core.Fault UNSUPPORTED_TYPE when it is none, or has not exactly one disk in a file of
     *     its own
     */
    static OvfDescriptor read(InputStream xml, Set<String> wanted) {
        var reading = new Reading(wanted);
        try {
            var events = inputs().createXMLStreamReader(xml);
            while (events.hasNext()) {
                if (events.next() == XMLStreamConstants.START_ELEMENT) {
                    reading.element(events);
                }
            }
        } catch (XMLStreamException nonsense) {
            throw PluginFaults.badDescriptor();
        }
        return reading.result();
    }

    private static XMLInputFactory inputs() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** A descriptor that is read from its beginning. */
    private static final class Reading {

        private final Set<String> wanted;
        private final Map<String, String> files = new HashMap<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private int disks;
        private String reference;

        Reading(Set<String> wanted) {
            this.wanted = wanted;
        }

        void element(XMLStreamReader at) throws XMLStreamException {
            switch (at.getLocalName()) {
                case "File" -> {
                    if (attribute(at, "compression") == null && attribute(at, "chunkSize") == null) {
                        files.put(attribute(at, "id"), attribute(at, "href"));
                    }
                }
                case "Disk" -> {
                    disks++;
                    reference = attribute(at, "fileRef");
                }
                default -> setting(at);
            }
        }

        private void setting(XMLStreamReader at) throws XMLStreamException {
            String name = at.getLocalName();
            if (PROCESSORS.equals(at.getNamespaceURI()) && wanted.contains(name)) {
                properties.put(PREFIX + name, at.getElementText().strip());
            }
        }

        /** Packages differ in whether they name the space of their attributes. */
        private static String attribute(XMLStreamReader at, String name) {
            for (int i = 0; i < at.getAttributeCount(); i++) {
                if (at.getAttributeLocalName(i).equals(name)) {
                    return at.getAttributeValue(i);
                }
            }
            return null;
        }

        OvfDescriptor result() {
            String disk = reference == null ? null : files.get(reference);
            if (disks != 1 || disk == null) {
                throw PluginFaults.notOneDisk();
            }
            return new OvfDescriptor(disk, Map.copyOf(properties));
        }
    }
}
