// Runs once after all tests.
import { removeTemplate } from './database.ts';

export default removeTemplate;
