import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;

/** Prints those of the given jars that are sealed; one virtual machine for all of them, run by the command `package`. */
final class SealedJars {
    private SealedJars() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (JarFile file = new JarFile(new File(jar))) {
                var manifest = file.getManifest();
                if (manifest != null && "true".equalsIgnoreCase(manifest.getMainAttributes().getValue("Sealed"))) {
                    System.out.println(jar);
                }
            }
        }
    }
}
