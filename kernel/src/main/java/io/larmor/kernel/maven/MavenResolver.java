package io.larmor.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Fetches libraries the way Maven does: the nearest version wins, exclusions and dependency management hold, and the user's
 * settings give mirrors, proxies, credentials, the local repository, and whether to stay offline.
 */
public final class MavenResolver {

    /** Packagings whose file is a jar, though Maven only knows that after it has loaded a plugin. */
    private static final List<String> JARS = List.of("bundle", "maven-plugin", "eclipse-plugin", "orbit", "hk2-jar");

    private final TransferListener transfers;

    /** @param transfers hears of everything that is fetched, from several threads */
    public MavenResolver(TransferListener transfers) {
        this.transfers = transfers;
    }

    /**
     * The jars of libraries and of all they need at run time.
     *
     * @throws IOException when one cannot be found or fetched
     */
    public List<Jar> resolve(Wish wish) throws IOException {
        try (Context context = context(wish.offline())) {
            var remotes = new ArrayList<>(context.remoteRepositories());
            wish.repositories().forEach((name, address) ->
                    remotes.add(new RemoteRepository.Builder(name, "default", address).build()));
            var request = new CollectRequest();
            request.setRepositories(mirrored(context, remotes));
            List<Exclusion> exclusions = wish.exclusions().stream().map(MavenResolver::exclusion).toList();
            for (String coordinate : wish.coordinates()) {
                request.addDependency(new Dependency(jar(new DefaultArtifact(coordinate)), JavaScopes.RUNTIME, false,
                        exclusions));
            }
            return files(context, request);
        }
    }

    /**
     * The jars that a project's text asks for.
     *
     * @param scopes the scopes of the dependencies that are taken
     * @throws IOException when the project cannot be read or something cannot be found or fetched
     */
    public List<Jar> resolve(Pom pom, Set<String> scopes) throws IOException {
        try (Context context = context(false)) {
            CollectRequest request = pom.dependencies(context, scopes);
            return request.getDependencies().isEmpty() ? List.of() : files(context, request);
        }
    }

    private Context context(boolean offline) {
        var types = JARS.stream().<ArtifactType>map(type -> new DefaultArtifactType(type, "jar", "", "java")).toList();
        var overrides = ContextOverrides.create().withUserSettings(true).extraArtifactTypes(types)
                .transferListener(transfers);
        return Runtimes.INSTANCE.getRuntime().create(offline ? overrides.offline(true).build() : overrides.build());
    }

    /** Each name once, with the mirrors, proxies and credentials of the user's settings. */
    static List<RemoteRepository> mirrored(Context context, List<RemoteRepository> plain) {
        var byName = new LinkedHashMap<String, RemoteRepository>();
        plain.forEach(remote -> byName.putIfAbsent(remote.getId(), remote));
        return context.repositorySystem().newResolutionRepositories(context.repositorySystemSession(),
                List.copyOf(byName.values()));
    }

    private static List<Jar> files(Context context, CollectRequest request) throws IOException {
        try {
            return context.repositorySystem().resolveDependencies(context.repositorySystemSession(),
                    new DependencyRequest(request, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME,
                            JavaScopes.COMPILE, JavaScopes.SYSTEM))).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact).flatMap(MavenResolver::file).toList();
        } catch (RepositoryException e) {
            throw new IOException(Failure.text(context, request, e), e);
        }
    }

    private static Stream<Jar> file(Artifact artifact) {
        if (artifact.getFile() == null || !artifact.getFile().getName().endsWith(".jar")) {
            return Stream.empty();
        }
        String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        return Stream.of(new Jar(artifact.getGroupId() + ":" + artifact.getArtifactId() + classifier, artifact.getVersion(),
                artifact.getFile().toPath()));
    }

    private static Artifact jar(Artifact artifact) {
        return !JARS.contains(artifact.getExtension()) ? artifact : new DefaultArtifact(artifact.getGroupId(),
                artifact.getArtifactId(), artifact.getClassifier(), "jar", artifact.getVersion());
    }

    private static Exclusion exclusion(String name) {
        int colon = name.indexOf(':');
        return new Exclusion(name.substring(0, colon), name.substring(colon + 1), "*", "*");
    }
}
