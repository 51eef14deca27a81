package io.larmor.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.version.Version;

/** Says which libraries could not be found, where they were looked for, and what could be meant instead. */
final class Failure {

    private static final int VERSIONS = 5;

    private Failure() {
    }

    static String text(Context context, CollectRequest request, RepositoryException error) {
        Set<Artifact> missing = missing(error);
        String where = request.getRepositories().stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return "cannot fetch " + request.getDependencies().stream().map(Dependency::getArtifact).map(Failure::name)
                    .collect(Collectors.joining(", ")) + ": " + root(error);
        }
        var lines = new ArrayList<String>();
        boolean offline = context.repositorySystemSession().isOffline();
        for (Artifact artifact : missing) {
            boolean asked = request.getDependencies().stream().map(Dependency::getArtifact)
                    .anyMatch(a -> name(a).equals(name(artifact)));
            boolean notFound = absent(error);
            lines.add((notFound || offline ? "there is no " : "cannot fetch ") + name(artifact) + (asked ? "" : ", which "
                    + request.getDependencies().stream().map(d -> d.getArtifact().getArtifactId())
                    .collect(Collectors.joining(" or ")) + " needs") + (offline
                    ? " among what was fetched before; Maven is offline" : notFound ? " in " + where : ": " + root(error)));
            versions(context, request, artifact, lines);
        }
        return String.join("\n", lines);
    }

    private static void versions(Context context, CollectRequest request, Artifact artifact, List<String> lines) {
        try {
            List<Version> all = context.repositorySystem().resolveVersionRange(context.repositorySystemSession(),
                    new VersionRangeRequest(new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "jar",
                            "[0,)"), request.getRepositories(), null)).getVersions();
            if (!all.isEmpty()) {
                String newest = all.subList(Math.max(0, all.size() - VERSIONS), all.size()).stream().map(Version::toString)
                        .collect(Collectors.joining(", "));
                lines.add("    versions of it that are there: " + (all.size() > VERSIONS ? "..., " : "") + newest);
            }
        } catch (RepositoryException e) {
            // without its versions the message still names what is missing
        }
    }

    private static Set<Artifact> missing(Throwable error) {
        var missing = new LinkedHashSet<Artifact>();
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof ArtifactResolutionException unresolved) {
                unresolved.getResults().stream().filter(r -> !r.isResolved()).map(r -> r.getRequest().getArtifact())
                        .forEach(missing::add);
            } else if (e instanceof ArtifactDescriptorException undescribed && missing.isEmpty()
                    && undescribed.getResult() != null) {
                missing.add(undescribed.getResult().getArtifact());
            }
        }
        // a library's project file is looked for first, under the same name
        var byName = new LinkedHashSet<String>();
        missing.removeIf(artifact -> !byName.add(name(artifact)));
        return missing;
    }

    private static boolean absent(Throwable error) {
        Throwable last = error;
        for (Throwable e = error; e != null; e = e.getCause()) {
            last = e;
            if (e instanceof ArtifactNotFoundException) {
                return true;
            }
        }
        return last instanceof ArtifactResolutionException unresolved
                && unresolved.getResults().stream().flatMap(r -> r.getExceptions().stream())
                .anyMatch(ArtifactNotFoundException.class::isInstance);
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":"
                + (artifact.getClassifier().isEmpty() ? "" : artifact.getClassifier() + ":") + artifact.getVersion();
    }

    private static String root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
