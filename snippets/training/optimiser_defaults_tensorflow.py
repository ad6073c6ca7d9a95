from keras import optimizers

sgd = optimizers.SGD()
adam = optimizers.Adam()
adamw = optimizers.AdamW()
rmsprop = optimizers.RMSprop()
adagrad = optimizers.Adagrad()

sgd_rate = float(sgd.learning_rate)
adam_epsilon = adam.epsilon
adam = [float(adam.learning_rate), adam.beta_1, adam.beta_2]
adamw_decay = adamw.weight_decay
rmsprop_rate = float(rmsprop.learning_rate)
rmsprop_smoothing = rmsprop.rho
rmsprop_epsilon = rmsprop.epsilon
adagrad_rate = float(adagrad.learning_rate)
adagrad_start = adagrad.initial_accumulator_value
adagrad_epsilon = adagrad.epsilon

print(f"SGD      rate {sgd_rate:.4g}")
print(f"Adam     rate {adam[0]:.4g} epsilon", adam_epsilon)
print("AdamW    decay", adamw_decay)
print(f"RMSprop  rate {rmsprop_rate:.4g} rho", rmsprop_smoothing)
print("         epsilon", rmsprop_epsilon)
print(f"Adagrad  rate {adagrad_rate:.4g} start", adagrad_start)
print("         epsilon", adagrad_epsilon)
