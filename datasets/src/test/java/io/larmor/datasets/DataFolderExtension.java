package io.larmor.datasets;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs each test as if LARMOR_DATA were not set, until the test names a folder. */
final class DataFolderExtension implements BeforeEachCallback, AfterEachCallback {

    private String before;

    @Override
    public void beforeEach(ExtensionContext context) {
        before = System.getProperty(DataFolder.PROPERTY);
        System.setProperty(DataFolder.PROPERTY, "");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (before == null) {
            System.clearProperty(DataFolder.PROPERTY);
        } else {
            System.setProperty(DataFolder.PROPERTY, before);
        }
    }
}
