/** Where the server is and who signs in: the same fields for a person and for the server's administrator. */
export const serverFields = {
  address: 'Адрес сервера',
  addressHint: 'Например, https://couchdb.район.рф:6984',
  user: 'Имя',
  password: 'Пароль',
  showPassword: 'Показать пароль',
  hidePassword: 'Скрыть пароль',
  ca: {
    choose: 'Файл сертификата…',
    hint: 'Нужен, только если сертификат сервера выдан удостоверяющим центром самой администрации (файл .pem или .crt)',
    chosen: (name: string) => `Центр сертификатов: ${name}`,
    remove: 'Убрать файл сертификата',
    wrong: 'В этом файле нет сертификата PEM. Нужен текстовый файл со строкой «BEGIN CERTIFICATE».',
  },
  insist: 'Сеть защищена иначе, подключаться без шифрования',
  insistHint: 'Адрес начинается с http://: имя, пароль и сообщения жителей пойдут по сети открытым текстом. Допустимо только внутри VPN или отдельной защищённой сети.',
  errors: {
    addressMissing: 'Укажите адрес',
    addressMalformed: 'Адрес записан неверно: он начинается с https://',
    addressCredentials: 'Имя и пароль введите в отдельные поля, а не в адрес',
    insecure: 'Без шифрования пароль увидит вся сеть. Укажите https:// или подтвердите ниже, что сеть защищена',
    userMissing: 'Укажите имя',
    passwordMissing: 'Введите пароль',
  },
} as const
