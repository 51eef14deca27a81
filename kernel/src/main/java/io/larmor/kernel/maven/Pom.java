package io.larmor.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A project's text: a whole one, or the parts that people paste from a library's description. */
public final class Pom {

    private static final Set<String> PARTS = Set.of("parent", "properties", "dependencyManagement", "modelVersion", "groupId",
            "artifactId", "version", "packaging", "name", "description");
    private static final String GROUP = "larmor.notebook";

    private final Document project;

    private Pom(Document project) {
        this.project = project;
    }

    /**
     * Reads a project, or loose dependencies, repositories, properties and the like.
     *
     * @throws IllegalArgumentException when it is no XML, or holds something else
     */
    public static Pom parse(String text) {
        String body = text.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
        try {
            var factory = DocumentBuilderFactory.newInstance();
            // a pasted text must not make the parser read other files or addresses
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document read = builder.parse(new InputSource(new StringReader("<parts>" + body + "</parts>")));
            Document project = builder.newDocument();
            Element first = elements(read.getDocumentElement()).stream().findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no dependency in it"));
            if (first.getNodeName().equals("project")) {
                project.appendChild(project.importNode(first, true));
            } else {
                project.appendChild(assembled(project, elements(read.getDocumentElement())));
            }
            return new Pom(project);
        } catch (SAXException e) {
            throw new IllegalArgumentException("this is not XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element assembled(Document document, List<Element> parts) {
        Element project = document.createElement("project");
        Element dependencies = document.createElement("dependencies");
        Element repositories = document.createElement("repositories");
        var present = new java.util.HashSet<String>();
        for (Element part : parts) {
            String name = part.getNodeName();
            present.add(name);
            switch (name) {
                case "dependency" -> dependencies.appendChild(document.importNode(part, true));
                case "repository" -> repositories.appendChild(document.importNode(part, true));
                case "dependencies" -> elements(part).forEach(e -> dependencies.appendChild(document.importNode(e, true)));
                case "repositories" -> elements(part).forEach(e -> repositories.appendChild(document.importNode(e, true)));
                default -> {
                    if (!PARTS.contains(name)) {
                        throw new IllegalArgumentException("<" + name + "> is not known here; dependencies, repositories, "
                                + "properties, dependencyManagement and parent are");
                    }
                    project.appendChild(document.importNode(part, true));
                }
            }
        }
        String[][] defaults = {{"modelVersion", "4.0.0"}, {"groupId", GROUP}, {"artifactId", "cell"}, {"version", "1"},
            {"packaging", "pom"}};
        for (String[] item : defaults) {
            if (!present.contains(item[0])) {
                project.appendChild(document.createElement(item[0])).setTextContent(item[1]);
            }
        }
        project.appendChild(dependencies);
        project.appendChild(repositories);
        return project;
    }

    private static List<Element> elements(Node node) {
        var elements = new ArrayList<Element>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** What the project needs, with its parents, properties and management worked out by Maven's own reader. */
    CollectRequest dependencies(Context context, Set<String> scopes) throws IOException {
        Path file = Files.createTempFile("larmor", ".pom");
        try {
            var transformers = TransformerFactory.newInstance();
            transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            try (var out = Files.newOutputStream(file)) {
                transformers.newTransformer().transform(new DOMSource(project), new StreamResult(out));
            }
            Artifact self = new DefaultArtifact(GROUP, "cell", "pom", "1");
            var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
            session.setWorkspaceReader(new Alone(self, file.toFile()));
            ArtifactDescriptorResult read = context.repositorySystem().readArtifactDescriptor(session,
                    new ArtifactDescriptorRequest(self, MavenResolver.mirrored(context, context.remoteRepositories()), null));
            var request = new CollectRequest();
            var remotes = new ArrayList<>(read.getRepositories());
            remotes.addAll(context.remoteRepositories());
            request.setRepositories(MavenResolver.mirrored(context, remotes));
            request.setManagedDependencies(read.getManagedDependencies());
            read.getDependencies().stream().filter(dependency -> scopes.contains(dependency.getScope()))
                    .forEach(request::addDependency);
            return request;
        } catch (RepositoryException | TransformerException e) {
            throw new IOException("the project cannot be understood: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Finds the project's file and nothing else. */
    private record Alone(Artifact self, File file) implements WorkspaceReader {

        @Override
        public WorkspaceRepository getRepository() {
            return new WorkspaceRepository("notebook");
        }

        @Override
        public File findArtifact(Artifact artifact) {
            return artifact.getGroupId().equals(self.getGroupId()) && artifact.getArtifactId().equals(self.getArtifactId())
                    && artifact.getExtension().equals("pom") ? file : null;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }
}
