import keras
from keras import layers

validation_losses = [100, 80, 70, 71, 72, 70.5, 71, 69.995, 70.1, 60]
validation_losses += [61, 62, 63, 64]


def rates(**options):
    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    callback = keras.callbacks.ReduceLROnPlateau(factor=0.5, **options)
    callback.set_model(model)  # as fit does
    callback.on_train_begin()
    after = []
    for epoch, loss in enumerate(validation_losses):
        callback.on_epoch_end(epoch, {"val_loss": loss})
        after.append(float(model.optimizer.learning_rate))
    return after


same_patience = as_in_keras = rates(patience=2)
as_in_pytorch = rates(patience=3)
# min_delta is absolute; 0.007 is 0.01 % of 70.
relative = rates(patience=3, min_delta=0.007)
relative_threshold = relative[8] / as_in_pytorch[8]
print("patience 2:  ", *(f"{rate:.4f}" for rate in same_patience[2:9]))
print("patience 3:  ", *(f"{rate:.4f}" for rate in as_in_pytorch[2:9]))
print("  of 0.007:  ", *(f"{rate:.4f}" for rate in relative[2:9]))
