package io.larmor.kernel.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Fetches libraries the way Maven does, with the user's settings: mirrors, proxies, credentials and local repository. */
final class MavenResolver {

    private MavenResolver() {
    }

    /**
     * The jars of libraries and all they need at run time.
     *
     * @throws IOException when one cannot be found or fetched
     */
    static List<Path> resolve(List<String> coordinates, Map<String, String> repositories) throws IOException {
        try (Context context = Runtimes.INSTANCE.getRuntime()
                .create(ContextOverrides.create().withUserSettings(true).build())) {
            var remotes = new ArrayList<>(context.remoteRepositories());
            repositories.forEach((name, url) -> remotes.addAll(context.repositorySystem().newResolutionRepositories(
                    context.repositorySystemSession(),
                    List.of(new RemoteRepository.Builder(name, "default", url).build()))));
            CollectRequest collect = new CollectRequest();
            collect.setRepositories(remotes);
            for (String coordinate : coordinates) {
                collect.addDependency(new Dependency(new DefaultArtifact(aether(coordinate)), JavaScopes.RUNTIME));
            }
            DependencyRequest request = new DependencyRequest(collect,
                    DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
            return context.repositorySystem().resolveDependencies(context.repositorySystemSession(), request)
                    .getArtifactResults().stream().map(ArtifactResult::getArtifact)
                    .filter(artifact -> artifact.getFile() != null && artifact.getFile().getName().endsWith(".jar"))
                    .map(artifact -> artifact.getFile().toPath()).toList();
        } catch (DependencyResolutionException e) {
            throw new IOException("cannot fetch " + String.join(", ", coordinates) + ": " + e.getMessage(), e);
        }
    }

    /** Maven commands order the parts group:artifact:version:type:classifier, the resolver puts the version last. */
    private static String aether(String coordinate) {
        String[] parts = coordinate.split(":");
        boolean versionThird = parts.length > 3 && !parts[2].isEmpty() && Character.isDigit(parts[2].charAt(0));
        if (!versionThird) {
            return coordinate;
        }
        return parts[0] + ":" + parts[1] + ":" + parts[3] + (parts.length > 4 ? ":" + parts[4] : "") + ":" + parts[2];
    }
}
